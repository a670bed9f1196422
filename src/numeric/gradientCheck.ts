import { centralDifference, type ScalarFunction } from './differences.ts';
import { requireLength } from './errors.ts';

/** How an entry, or a whole gradient, came out. */
export type GradientVerdict = 'passes' | 'fails' | 'too small to tell';

/** One entry of a gradient against its central difference. */
export interface GradientEntry {
  readonly analytic: number;
  readonly numeric: number;
  /** |analytic − numeric| / max(|analytic|, |numeric|); 0 where both are 0. */
  readonly residual: number;
  /** What rounding in f can do to the difference quotient. */
  readonly noise: number;
  readonly verdict: GradientVerdict;
}

/** A gradient against its central differences. */
export interface GradientReport {
  readonly entries: readonly GradientEntry[];
  /** The entry that is furthest from passing, counted from 0. */
  readonly worst: number;
  /** How many entries are too small to tell. */
  readonly tooSmall: number;
  readonly verdict: GradientVerdict;
}

/** An entry passes within this part of its size, beside the noise. */
const RELATIVE = 1e-5;

/** Rounding in f, in units of its last place, that a difference may show. */
const NOISE_UNITS = 64;

/**
 * Compares `analytic` with central differences of `f` at `x`, entry by entry. An entry passes where
 * |a − d| ≤ 1e-5 max(|a|, |d|) + noise with noise = 64 ε |f| / h; where both are below the noise it is
 * too small to tell, which is never a pass. `x`, `analytic`: n entries each.
 */
export function gradientCheck(
  f: ScalarFunction,
  x: ArrayLike<number>,
  analytic: ArrayLike<number>,
): GradientReport {
  requireLength('gradient', x.length, analytic.length);
  const point = Float64Array.from(x);
  const entries = Array.from(point, (_, k) => checkEntry(f, point, k, analytic[k] ?? NaN));
  const tooSmall = entries.filter(({ verdict }) => verdict === 'too small to tell').length;
  const fails = entries.some(({ verdict }) => verdict === 'fails');
  const verdict = fails ? 'fails' : tooSmall === entries.length ? 'too small to tell' : 'passes';
  return { entries, worst: worstOf(entries), tooSmall, verdict };
}

function checkEntry(
  f: ScalarFunction,
  x: Float64Array,
  k: number,
  analytic: number,
): GradientEntry {
  const { slope: numeric, size, width } = centralDifference(f, x, k);
  const noise = (NOISE_UNITS * Number.EPSILON * size) / (width / 2);
  const larger = Math.max(Math.abs(analytic), Math.abs(numeric));
  const distance = Math.abs(analytic - numeric);
  const residual = distance === 0 ? 0 : distance / larger;
  const verdict =
    larger < noise
      ? 'too small to tell'
      : distance <= RELATIVE * larger + noise
        ? 'passes'
        : 'fails';
  return { analytic, numeric, residual, noise, verdict };
}

/** Failing entries come first, then passing ones, by their residual. */
function worstOf(entries: readonly GradientEntry[]): number {
  const badness = ({ verdict, residual }: GradientEntry): number =>
    verdict === 'too small to tell'
      ? -1
      : (verdict === 'fails' ? 1e9 : 0) + (Number.isNaN(residual) ? 1e9 : residual);
  return entries.reduce((worst, entry, k) => {
    const other = entries[worst];
    return other && badness(entry) > badness(other) ? k : worst;
  }, 0);
}
