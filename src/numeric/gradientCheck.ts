import { centralQuotient } from './differences.ts';
import { requireEntries, requireLength } from './errors.ts';
import type { ScalarFunction } from './probe.ts';

/** How an entry, or a whole gradient, came out. */
export type GradientVerdict = 'passes' | 'fails' | 'too small to tell';

/** One entry of a gradient against its central difference. */
export interface GradientEntry {
  readonly analytic: number;
  readonly numeric: number;
  /** |analytic − numeric| / max(|analytic|, |numeric|); 0 where they are equal, ∞ where one is not finite. */
  readonly residual: number;
  /** What rounding in f can do to the difference quotient. */
  readonly noise: number;
  readonly verdict: GradientVerdict;
}

/** A gradient against its central differences. */
export interface GradientReport {
  readonly entries: readonly GradientEntry[];
  /** The entry with the largest residual, counted from 0: of those that fail, else of those that pass. */
  readonly worst: number;
  /** How many entries are too small to tell. */
  readonly tooSmall: number;
  readonly verdict: GradientVerdict;
}

/** The step, and the relative tolerance of an entry: truncation at that step stays well below it. */
const STEP = 1e-5;
const TOLERANCE = 1e-5;

/** Rounding errors of f, in units of ε|f|, that a difference may show: losses of long sums need some. */
const NOISE_UNITS = 64;

const RANK = { fails: 2, passes: 1, 'too small to tell': 0 } as const;

/**
 * Compares `analytic` (n entries) with central differences of `f` at `x` (n entries), entry by entry;
 * h = 1e-5 max(1, |x|). An entry passes where |a − d| ≤ 1e-5 max(|a|, |d|) + noise, noise = 64 ε|f|/h; where
 * |a| and |d| are both within the noise it is too small to tell, which is never a pass; NaN and
 * infinity fail. Throws `ShapeError` for n = 0 and where the lengths differ. Evaluates f at 2n points, and at
 * 2 more for an entry that fails at |x| > 1.
 */
export function gradientCheck(
  f: ScalarFunction,
  x: ArrayLike<number>,
  analytic: ArrayLike<number>,
): GradientReport {
  requireEntries('point', x.length);
  requireLength('gradient', x.length, analytic.length);
  const entries = Array.from(x, (at, k) => checkEntry(f, x, k, at, analytic[k] ?? NaN));
  const tooSmall = entries.filter(({ verdict }) => verdict === 'too small to tell').length;
  const worst = entries.reduce((best, b, k) => {
    const a = entries[best] ?? b;
    return (RANK[b.verdict] - RANK[a.verdict] || b.residual - a.residual) > 0 ? k : best;
  }, 0);
  const verdict =
    tooSmall < entries.length && entries[worst] ? entries[worst].verdict : 'too small to tell';
  return { entries, worst, tooSmall, verdict };
}

function checkEntry(
  f: ScalarFunction,
  x: ArrayLike<number>,
  k: number,
  at: number,
  analytic: number,
): GradientEntry {
  const compare = (h?: number): GradientEntry => {
    const { slope, size, step } = centralQuotient(f, x, k, h);
    return judge(analytic, slope, (NOISE_UNITS * Number.EPSILON * size) / step);
  };
  const entry = compare();
  const short = Math.max(STEP, 4 * Number.EPSILON * Math.abs(at));
  if (entry.verdict !== 'fails' || !(Math.abs(at) > 1)) return entry;
  // A step in proportion to |x| is too long for an f that depends on differences of large numbers,
  // such as logits with an offset of 1e8: then a short step gives another slope, and that counts.
  const second = compare(short);
  return judge(entry.numeric, second.numeric, second.noise).verdict === 'fails' ? second : entry;
}

function judge(a: number, d: number, noise: number): GradientEntry {
  const larger = Math.max(Math.abs(a), Math.abs(d));
  const distance = Math.abs(a - d);
  const finite = Number.isFinite(distance) && Number.isFinite(noise);
  const verdict =
    finite && larger <= noise
      ? 'too small to tell'
      : distance <= TOLERANCE * larger + noise && finite
        ? 'passes'
        : 'fails';
  const residual = finite ? distance / (larger || 1) : Infinity;
  return { analytic: a, numeric: d, residual, noise, verdict };
}
