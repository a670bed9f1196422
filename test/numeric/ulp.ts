const bits = new DataView(new ArrayBuffer(8));

/** The unit in the last place of `x`: the gap from |x| to the next larger double; 2⁻¹⁰⁷⁴ for 0. */
export function ulp(x: number): number {
  bits.setFloat64(0, Math.abs(x));
  const exponent = bits.getUint16(0) >> 4;
  return exponent > 52 ? 2 ** (exponent - 1075) : 2 ** (Math.max(exponent, 1) - 1) * 2 ** -1074;
}

/** A value beyond double precision: `near` is the nearest double, `rest` what is left, in its ulps. */
export interface Reference {
  readonly near: number;
  readonly rest: number;
}

/**
 * The distance of `x` from `reference` in units of the last place of `unit`, by default of the
 * reference; infinite for NaN, and where one is infinite and the other isn't.
 */
export function ulpError(x: number, reference: Reference, unit = reference.near): number {
  const { near, rest } = reference;
  if (x === near && !Number.isFinite(x)) return 0;
  const place = ulp(near);
  const error = Math.abs((x - near) / place - rest) / (ulp(unit) / place);
  return Number.isNaN(error) ? Infinity : error;
}
