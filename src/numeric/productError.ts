/** 2²⁷ + 1 cuts 53 bits into 26 and 26. */
const SPLITTER = 134217729;

/**
 * What rounding took from `product` = a · b, for factors below 1e300: a · b = product + error,
 * exactly unless it underflows. Source: T. J. Dekker, "A floating-point technique for extending the
 * available precision", Numer. Math. 18 (1971).
 */
export function productError(a: number, b: number, product: number): number {
  const aLong = SPLITTER * a;
  const bLong = SPLITTER * b;
  const aHigh = aLong - (aLong - a);
  const bHigh = bLong - (bLong - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
