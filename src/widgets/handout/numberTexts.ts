import { decode } from '../../state/decode.ts';
import { decodeSettings, encodeSettings, settingTexts } from '../../state/descentSettings.ts';
import { ownKeys } from '../../state/ownNumbers.ts';
import type { PageState } from '../../state/pageState.ts';

/** The numbers of a state as fields show them, by their keys in a link. */
export function numberTexts(state: PageState): Readonly<Record<string, string>> {
  const { z, t, i, j, feature, slip, own, descent } = state;
  const settings = settingTexts(decodeSettings(descent).settings);
  return {
    z: z.join(', '),
    t: t.kind === 'class' ? String(t.label) : t.p.join(', '),
    i: String(i),
    j: String(j),
    'matrix-form-feature': String(feature),
    'gradient-slip': slip,
    ...Object.fromEntries(ownKeys.map((key) => [key, own[key]?.join(', ') ?? ''])),
    ...Object.fromEntries(Object.entries(settings).map(([key, text]) => [`descent-${key}`, text])),
  };
}

/** The state that `texts` stand for, or what is wrong with them. An empty text leaves its number as it is at first. */
export function stateOfTexts(texts: Readonly<Record<string, string>>): PageState | string {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const query = new URLSearchParams(Object.fromEntries(filled));
  return readQuery(`?${query}`);
}

/** The state that a link to a page of the site leads to, or what is wrong with it. */
export function stateOfLink(link: string): PageState | string {
  const query = /\?[^#]*/.exec(link)?.[0];
  return query === undefined ? 'There are no numbers in this link.' : readQuery(query);
}

function readQuery(query: string): PageState | string {
  const { state, problems } = decode(query);
  const training = decodeSettings(state.descent);
  const all = [...problems, ...training.problems];
  if (all.length > 0) return all.map((one) => one.replace('The link’s', 'The')).join(' ');
  const descent = encodeSettings(training.settings);
  return { ...state, descent, open: null, notation: null, upto: null, predict: false };
}
