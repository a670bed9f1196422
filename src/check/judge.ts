import type { Bounded } from '../expression/bounded.ts';
import type { NumericRelation } from './program.ts';

/**
 * What one pair of values says of a relation: it agrees or differs beyond rounding, it is a tie
 * that rounding can't separate, or it says nothing (a side is not finite).
 */
export type Judgement = 'agrees' | 'differs' | 'tie' | 'silent';

/** Rounding bounds are to first order; this covers what they leave out. */
export const SAFETY = 4;

/** A pair whose rounding bound exceeds this part of its size is drowned by rounding. */
export const DROWNED = 1e-9;

/** How far the two sides may lie apart by rounding alone. */
export function noiseOf(left: Bounded, right: Bounded): number {
  return SAFETY * (left.e + right.e);
}

/** By how much a pair breaks its relation, in absolute terms; 0 where it doesn't. */
export function violation(relation: NumericRelation, left: Bounded, right: Bounded): number {
  const difference = left.v - right.v;
  switch (relation) {
    case '=':
    case '≈':
      return Math.abs(difference);
    case '≠':
      return 0;
    case '<':
    case '≤':
      return Math.max(0, difference);
    case '>':
    case '≥':
      return Math.max(0, -difference);
  }
}

/** Judges `left relation right`; `within` bounds the difference of an `≈`. */
export function judge(
  relation: NumericRelation,
  left: Bounded,
  right: Bounded,
  within: Bounded | null,
): Judgement {
  const difference = left.v - right.v;
  const noise = noiseOf(left, right);
  if (!Number.isFinite(difference) || !Number.isFinite(noise)) return 'silent';
  switch (relation) {
    case '=':
      return Math.abs(difference) <= noise ? 'agrees' : 'differs';
    case '≠':
      return Math.abs(difference) <= noise ? 'tie' : 'agrees';
    case '≤':
      return difference <= noise ? 'agrees' : 'differs';
    case '≥':
      return difference >= -noise ? 'agrees' : 'differs';
    case '<':
      return strict(-difference, noise);
    case '>':
      return strict(difference, noise);
    case '≈':
      if (within === null || !Number.isFinite(within.v)) return 'silent';
      return Math.abs(difference) <= within.v + noise + SAFETY * within.e ? 'agrees' : 'differs';
  }
}

function strict(difference: number, noise: number): Judgement {
  if (difference > noise) return 'agrees';
  return difference < -noise ? 'differs' : 'tie';
}

/** Whether rounding has drowned a pair, given the largest value of the two sides around it. */
export function isDrowned(left: Bounded, right: Bounded, scale: number): boolean {
  const noise = noiseOf(left, right);
  // Where both sides vanish, they are measured against 1, the size of probabilities and logits.
  return noise > DROWNED * (scale > noise ? scale : 1);
}
