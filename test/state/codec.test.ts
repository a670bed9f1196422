import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/state/decode.ts';
import { encode } from '../../src/state/encode.ts';
import { parts } from '../../src/state/hide.ts';
import type { OwnNumbers } from '../../src/state/ownNumbers.ts';
import { defaultState, features, type PageState } from '../../src/state/pageState.ts';

const logit = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);

const own: fc.Arbitrary<OwnNumbers> = fc.record(
  {
    'weights-x': fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 4 }),
    'weights-m': fc.integer({ min: 1, max: 4 }).map((m) => [m]),
  },
  { requiredKeys: [] },
);

const state: fc.Arbitrary<PageState> = fc
  .array(logit, { minLength: 2, maxLength: 10 })
  .chain((z) => {
    const index = fc.integer({ min: 1, max: z.length });
    const soft = fc
      .array(fc.double({ min: 0.001, max: 1, noNaN: true }), {
        minLength: z.length,
        maxLength: z.length,
      })
      .map((p) => {
        const sum = p.reduce((a, b) => a + b);
        return { kind: 'soft' as const, p: p.map((x) => x / sum) };
      });
    return fc.record({
      z: fc.constant(z),
      t: fc.oneof(
        index.map((label) => ({ kind: 'class' as const, label })),
        soft,
      ),
      i: index,
      j: index,
      feature: fc.integer({ min: 1, max: features }),
      open: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/)),
      upto: fc.option(fc.nat({ max: 999 }), { nil: null }),
      notation: fc.constantFrom(null, 'canonical', '1-assignment'),
      slip: fc.constantFrom('none' as const, 'delta' as const, 'sign' as const),
      predict: fc.boolean(),
      hide: fc.subarray([...parts]),
      lock: fc.boolean(),
      own,
      descent: fc.dictionary(
        fc.constantFrom('descent-data', 'descent-seed'),
        fc.string({ minLength: 1, maxLength: 20 }),
        { noNullPrototype: true },
      ),
    });
  });

describe('encode', () => {
  test('decode(encode(s)) equals s, without problems', () => {
    fc.assert(
      fc.property(state, (s) => {
        expect(decode(encode(s))).toEqual({ state: s, problems: [] });
      }),
    );
  });

  test('writes nothing for the default', () => {
    expect(encode(defaultState)).toBe('');
  });

  test('writes only what differs', () => {
    expect(encode({ ...defaultState, z: [1, 2, 0.1] })).toBe('?z=1,2,0.1');
    expect(encode({ ...defaultState, j: 3 })).toBe('?j=3');
  });

  test('writes a large logit so that its exponent survives', () => {
    const large = { ...defaultState, z: [1e300, -1234.5678, 1e-300] };
    expect(encode(large)).toBe('?z=1e300,-1234.5678,1e-300');
    expect(decode('?z=1e+300,0').problems).toHaveLength(1); // a bare + is a space in a query
  });
});

describe('decode', () => {
  test('links that were given out keep their meaning', () => {
    expect(decode('?z=1,2,0.1&t=2').state).toMatchObject({
      z: [1, 2, 0.1],
      t: { kind: 'class', label: 2 },
    });
    expect(decode('?v=1&t=0.2,0.5,0.3&i=3&j=3&open=eq-3&gradient-slip=delta')).toEqual({
      state: {
        ...defaultState,
        t: { kind: 'soft', p: [0.2, 0.5, 0.3] },
        i: 3,
        j: 3,
        open: 'eq-3',
        slip: 'delta',
      },
      problems: [],
    });
  });

  test.each([
    ['letters', '?z=abc'],
    ['nothing', '?z='],
    ['beyond the doubles', '?z=1e400,1'],
    ['NaN', '?z=NaN,1'],
    ['Infinity', '?z=Infinity,1'],
    ['hexadecimal', '?z=0x10,1'],
    ['one logit', '?z=1'],
    ['eleven logits', `?z=${Array(11).fill(1).join(',')}`],
    ['a cut-off escape', '?z=1,2,%E'],
    ['markup', '?z=<script>alert(1)</script>'],
    ['a class that is not there', '?t=4'],
    ['class 0', '?t=0'],
    ['half a class', '?t=1.5'],
    ['a negative probability', '?t=1.5,-0.5,0'],
    ['probabilities that sum to 2', '?t=1,1,0'],
    ['a target of another length', '?t=0.5,0.5'],
    ['an index beyond the classes', '?i=4'],
    ['a negative index', '?j=-1'],
    ['markup as a step', '?open=<b>'],
    ['a feature that is not there', '?matrix-form-feature=4'],
    ['another slip', '?gradient-slip=all'],
    ['a part that is not there', '?hide=title'],
    ['a lock of another kind', '?lock=no'],
    ['a later version', '?v=2'],
    ['a million characters', `?z=${'9'.repeat(1e6)}`],
  ])('%s: the default, and one sentence', (_, search) => {
    const { state: read, problems } = decode(search);
    expect(read).toEqual(defaultState);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.length).toBeLessThan(160);
    expect(problems[0]).toMatch(/\.$/);
  });

  test('keeps the parts that are right', () => {
    const { state: read, problems } = decode('?z=3,4&t=9&i=2');
    expect(read).toMatchObject({ z: [3, 4], t: { kind: 'class', label: 2 }, i: 2 });
    expect(problems).toHaveLength(1);
  });

  test('hides the parts that it knows, in their order, and names the others', () => {
    const { state: read, problems } = decode('?hide=proofs,footer,panel,proofs&lock');
    expect(read).toEqual({ ...defaultState, hide: ['panel', 'proofs'], lock: true });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('“footer”');
  });

  test('never throws, and always returns a usable state', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('z=', 't=', '&', '%', '%E2%88', '1,2', 'v='),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { state: read } = decode(`?${pieces.join('')}`);
        expect(read.z.every(Number.isFinite)).toBe(true);
        expect(read.z.length).toBeGreaterThanOrEqual(2);
        expect(Math.max(read.i, read.j)).toBeLessThanOrEqual(read.z.length);
        expect(encode(read)).not.toContain('undefined');
      }),
    );
  });
});
