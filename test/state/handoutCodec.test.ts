import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { toBase64url } from '../../src/state/base64url.ts';
import {
  emptyHandout,
  longest,
  moved,
  papers,
  placedKinds,
  type Handout,
  type HandoutItem,
} from '../../src/state/handout.ts';
import {
  decodeHandout,
  encodeHandout,
  longestHash,
  readHandout,
  writeHandout,
} from '../../src/state/handoutCodec.ts';
import { defaultState } from '../../src/state/pageState.ts';

afterEach(() => vi.unstubAllGlobals());

const state = fc.record({
  z: fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 3, maxLength: 5 }),
  i: fc.integer({ min: 1, max: 3 }),
  label: fc.integer({ min: 1, max: 3 }),
  s: fc.integer({ min: 0, max: 1 }),
}).map(({ z, i, label, s }) => ({
  ...defaultState, z, i, t: { kind: 'class' as const, label }, own: { 'convexity-s': [s] },
})); // prettier-ignore
const words = (most: number) => fc.string({ maxLength: most, unit: 'grapheme' });
const item: fc.Arbitrary<HandoutItem> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: words(80) }),
  fc.record({
    kind: fc.constantFrom(...placedKinds),
    page: fc.constantFrom('derivations/jacobian', 'documents/1-assignment'),
    anchor: fc.constantFrom('quotient', 'delta-1', 'widget-jacobian'),
    numbers: fc.option(state, { nil: null }),
    note: words(40),
  }),
);
const handout: fc.Arbitrary<Handout> = fc.record({
  title: words(20),
  course: words(20),
  date: fc.constantFrom('', '2026-11-21', '2028-02-29'),
  paper: fc.constantFrom(...papers),
  answers: fc.boolean(),
  numbers: state,
  items: fc.array(item, { maxLength: 8 }),
});

test('a link leads back to the handout that it was made of, deflated or not', async () => {
  await fc.assert(
    fc.asyncProperty(handout, async (one) => {
      const hash = await encodeHandout(one);
      expect(await decodeHandout(`#${hash}`)).toEqual({ handout: one, problems: [] });
      expect(readHandout(writeHandout(one))).toEqual({ handout: one, problems: [] });
    }),
  );
  vi.stubGlobal('CompressionStream', undefined);
  await fc.assert(
    fc.asyncProperty(handout, async (one) => {
      expect(await decodeHandout((await encodeHandout(one)) ?? '')).toEqual({
        handout: one,
        problems: [],
      });
    }),
    { numRuns: 20 },
  );
});

test('any hash is read without an exception, into a handout that can be written again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.json()), async (text) => {
      for (const hash of [text, `h1=${text}`, `h1z=${text}`, `h1=${packed(text)}`]) {
        const read = await decodeHandout(hash);
        if (hash === '' || read === null) continue;
        expect(readHandout(writeHandout(read.handout))?.problems).toEqual([]);
      }
    }),
  );
});

test('a link that was cut, is too long or holds no handout says so', async () => {
  const hash = (await encodeHandout({ ...emptyHandout, title: 'One' })) ?? '';
  for (const bad of [hash.slice(0, -9), 'h1=', 'h1z=', 'h1=!', 'h9=abc', 'x', `h1=${packed('[]')}`])
    expect((await decodeHandout(bad))?.problems, bad).toHaveLength(1);
  expect((await decodeHandout(`h1=${'A'.repeat(longestHash)}`))?.problems[0]).toMatch(/too long/);
  expect(await decodeHandout('#')).toBeNull();
});

test('a few bytes that inflate to millions are refused', async () => {
  const bomb = toBase64url(deflateRawSync(Buffer.from(`{"v":1,"x":"${'a'.repeat(8_000_000)}"}`)));
  expect(bomb.length).toBeLessThan(longestHash);
  expect((await decodeHandout(`h1z=${bomb}`))?.problems[0]).toMatch(/can’t be read/);
});

test('a bad item is named and left out; the others stay', async () => {
  const good = ['widget', 'derivations/jacobian', 'widget-jacobian', null, ''];
  const items = [
    good,
    ['formula', '../../etc', 'x', null, ''],
    ['formula', 'derivations/jacobian', '<img onerror=x>', null, ''],
    ['script', 'derivations/jacobian', 'x', null, ''],
    ['text', 'a'.repeat(longest.text + 1)],
    7,
    ['text', '<b>plain</b>'],
  ];
  const read = await decodeHandout(`h1=${packed(JSON.stringify({ v: 1, paper: 'a4', items }))}`);
  expect(read?.handout.items).toEqual([
    { kind: 'widget', page: 'derivations/jacobian', anchor: 'widget-jacobian', numbers: null, note: '' },
    { kind: 'text', text: '<b>plain</b>' },
  ]); // prettier-ignore
  expect(read?.problems.map((one) => Number(/Item (\d)/.exec(one)?.[1]))).toEqual([2, 3, 4, 5, 6]);
});

test('what is wrong with title, date, paper and numbers is said of each', () => {
  const bad = { v: 1, title: 7, date: '2026-02-30', paper: 'a5', numbers: 'z=1', items: 3 };
  const read = readHandout(JSON.stringify(bad));
  expect(read?.problems).toHaveLength(5);
  expect(read?.handout).toEqual(emptyHandout);
});

test('a handout that no link has room for gives none', async () => {
  let seed = 1;
  const noise = (): string =>
    String.fromCodePoint(0x4e00 + ((seed = (seed * 48271) % 2147483647) % 20000));
  const text = (): string => Array.from({ length: longest.text }, noise).join('');
  const items = Array.from({ length: 4 }, () => ({ kind: 'text' as const, text: text() }));
  expect(await encodeHandout({ ...emptyHandout, items })).toBeNull();
});

test('an item moves to its place, and not beyond the ends', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text): HandoutItem => ({ kind: 'text', text }));
  if (!a || !b || !c) return;
  expect(moved([a, b, c], 0, 2)).toEqual([b, c, a]);
  expect(moved([a, b, c], 2, 0)).toEqual([c, a, b]);
  expect(moved([a, b, c], 2, 3)).toEqual([a, b, c]);
});

function packed(text: string): string {
  return toBase64url(new TextEncoder().encode(text));
}
