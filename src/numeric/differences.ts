/** A function of n real numbers. */
export type ScalarFunction = (x: Float64Array) => number;

/** The step of a central difference at `x`: it balances truncation against rounding. */
export function defaultStep(x: number): number {
  return 1e-5 * Math.max(1, Math.abs(x));
}

/**
 * The central difference (f(x + h e_k) − f(x − h e_k)) / 2h of `f` in entry `k`, divided by the step
 * that was really taken. `x` is changed meanwhile and restored.
 */
export function centralDifference(
  f: ScalarFunction,
  x: Float64Array,
  k: number,
  h = defaultStep(x[k] ?? 0),
): { readonly slope: number; readonly size: number; readonly width: number } {
  const at = x[k] ?? NaN;
  x[k] = at + h;
  const [right, above] = [x[k] ?? NaN, f(x)];
  x[k] = at - h;
  const [left, below] = [x[k] ?? NaN, f(x)];
  x[k] = at;
  const width = right - left;
  return {
    slope: (above - below) / width,
    size: Math.max(Math.abs(above), Math.abs(below)),
    width,
  };
}
