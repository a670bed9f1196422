import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/state/decode.ts';
import { encode } from '../../src/state/encode.ts';
import {
  decodeSettings,
  defaultSettings,
  rules,
  type DescentSettings,
} from '../../src/state/descentSettings.ts';
import { defaultLab, type GradientLab } from '../../src/state/gradientLab.ts';
import { decodeLab, encodeLab } from '../../src/state/gradientLabCodec.ts';
import { ownKeys } from '../../src/state/ownNumbers.ts';
import { defaultState, type PageState } from '../../src/state/pageState.ts';

/** A link that was given out, and what it says that differs from the default. */
interface StoredLink {
  readonly link: string;
  readonly page: Partial<PageState>;
  readonly lab?: Partial<GradientLab>;
  readonly descent?: Partial<DescentSettings>;
}

/** Links of version 1. They are for good: add to the file, and never change what stands in it. */
const stored = JSON.parse(
  readFileSync(new URL('links.v1.json', import.meta.url), 'utf8'),
) as readonly StoredLink[];

const queryOf = (link: string): string => new URL(link, 'https://example.org/').search;

describe('links of version 1 keep their meaning', () => {
  test.each(stored)('$link', ({ link, page, lab = {}, descent = {} }) => {
    const query = queryOf(link);
    const state = { ...defaultState, ...page };
    expect(decode(query)).toEqual({ state, problems: [] });
    expect(decodeLab(query)).toEqual({ lab: { ...defaultLab, ...lab }, problems: [] });
    expect(decodeSettings(state.descent)).toEqual({
      settings: { ...defaultSettings, ...descent },
      problems: [],
    });
    expect(decode(encode(state)).state).toEqual(state);
    expect(decodeLab(encodeLab({ ...defaultLab, ...lab })).lab).toEqual({ ...defaultLab, ...lab });
  });

  test('at least forty are kept, and every key that links have is among them', () => {
    expect(stored.length).toBeGreaterThanOrEqual(40);
    const keys = new Set(
      stored.flatMap(({ link }) => [...new URLSearchParams(queryOf(link)).keys()]),
    );
    const wanted = [
      ...['z', 't', 'i', 'j', 'open', 'notation', 'mode', 'upto', 'hide', 'lock', 'v'],
      ...['matrix-form-feature', 'gradient-slip', ...ownKeys],
      ...Object.keys(rules).map((key) => `descent-${key}`),
      ...Object.keys(defaultLab).map((key) => `gradient-check-${key}`),
    ];
    expect([...keys].sort()).toEqual(wanted.sort());
  });
});
