import * as fc from 'fast-check';

/** Numbers of the grid k/1024 up to `size`: sums and differences of such numbers are exact. */
export function dyadic(size: number): fc.Arbitrary<number> {
  return fc.integer({ min: -size * 1024, max: size * 1024 }).map((k) => k / 1024);
}

/** 1 to 10 logits within ±`size`, some of them tied. */
export function logits(size = 40, minLength = 1): fc.Arbitrary<number[]> {
  const entry = fc.oneof(
    { weight: 4, arbitrary: dyadic(size) },
    fc.constantFrom(0, 1, -size, size),
  );
  return fc.array(entry, { minLength, maxLength: 10 });
}

/** Any 1 to 10 numbers that are not NaN: infinite, huge, subnormal and usual ones. */
export const anyLogits = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 10 });

/** Logits with a target that sums to 1 within rounding: one-hot or soft. */
export function problem(size = 40, minLength = 2): fc.Arbitrary<{ z: number[]; t: number[] }> {
  return logits(size, minLength).chain((z) => {
    const n = z.length;
    const oneHot = fc.nat(n - 1).map((label) => z.map((_, k) => Number(k === label)));
    const soft = fc
      .array(fc.integer({ min: 1, max: 1000 }), { minLength: n, maxLength: n })
      .map((w) => w.map((x) => x / w.reduce((a, b) => a + b)));
    return fc.record({ z: fc.constant(z), t: fc.oneof(oneHot, soft) });
  });
}
