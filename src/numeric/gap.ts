/** log₂ e, and log 2 in two parts: the first has 21 zero bits at its end, so that k · LN2 is exact. */
const LOG2E = 1.4426950408889634;
const LN2 = 6.9314718036912381649e-1;
const LN2_REST = 1.90821492927058770002e-10;

/** Parts of exponentials are 2⁹⁰⁰ times too large, so that none is subnormal; this undoes it. */
export const UNSCALE = 2 ** -900;

/** 2⁹⁰⁰⁻ᵏ, each half of the one before, which is exact. */
const POWERS = new Float64Array(1075).fill(2 ** 900);
for (let k = 1; k < 1075; k++) POWERS[k] = (POWERS[k - 1] ?? NaN) / 2;

/**
 * What rounding took from `gap` = a − b: a − b = gap + gapError exactly, by two-sum. 0 where the
 * difference overflows to −∞, as 1e308 below 1e308 does. Source: D. Knuth, The Art of Computer
 * Programming, vol. 2, section 4.2.2, theorem B.
 */
export function gapError(a: number, b: number, gap: number): number {
  if (gap === -Infinity) return 0;
  const back = gap - a;
  return a - (gap - back) - (b + back);
}

/**
 * exp(a − b) for a ≤ b, rounded once: within 0.6 ulp, in every engine the same. 1 for a = b, 0 below
 * −745.2, NaN where a − b is NaN. `parts` becomes the value and what its rounding took away, both
 * times 2⁹⁰⁰: their sum is good to 0.1 ulp even where the value is subnormal.
 *
 * e^(a−b) = 2ᵏ e^r with |r| ≤ ½ log 2, and e^r = 1 + r + rc/(2 − c), c = r − r² P(r²); the rounding
 * error of a − b goes into r. Source: the argument reduction and P of Sun's fdlibm, e_exp.c (1993), here
 * with the sum kept in two parts.
 */
export function expGap(a: number, b: number, parts: Float64Array): number {
  const gap = a - b;
  if (gap < -746) return (parts[0] = parts[1] = 0);
  const k = Math.max((gap * LOG2E - 0.5) | 0, -1074);
  const high = gap - k * LN2;
  const low = k * LN2_REST - gapError(a, b, gap);
  const r = high - low;
  const s = r * r;
  const c =
    r -
    s *
      (1.66666666666666019037e-1 +
        s *
          (-2.77777777770155933842e-3 +
            s *
              (6.61375632143793436117e-5 +
                s * (-1.6533902205465251539e-6 + s * 4.13813679705723846039e-8))));
  const linear = 1 + high;
  const rest = high - (linear - 1) + ((r * c) / (2 - c) - low);
  const e = linear + rest;
  const scale = POWERS[-k] ?? NaN;
  parts[1] = (linear - e + rest) * scale;
  return (parts[0] = e * scale) * UNSCALE;
}
