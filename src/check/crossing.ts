import { judge, noiseOf } from './judge.ts';
import type { Pair } from './pairs.ts';
import type { DrawnPoint } from './points.ts';
import type { Claim } from './program.ts';

/** How often the segment between two points is halved. */
const HALVINGS = 80;

/** Segments that are followed for one claim. */
const MAX_SEGMENTS = 24;

/** A pair of values with the point it is from. */
export interface PairAt {
  readonly pair: Pair;
  readonly point: DrawnPoint;
}

/**
 * Looks for points where the two sides of a `≠` meet. Random points never hit such a surface, but where
 * the left side is larger at one point and smaller at another, continuous sides meet between them.
 */
export class Crossings {
  readonly #claim: Claim<number>;
  readonly #evaluate: (point: DrawnPoint, hand: number) => readonly Pair[];
  readonly #seen = new Map<string, { readonly point: DrawnPoint; readonly sign: number } | null>();
  #segments = 0;

  constructor(
    claim: Claim<number>,
    evaluate: (point: DrawnPoint, hand: number) => readonly Pair[],
  ) {
    this.#claim = claim;
    this.#evaluate = evaluate;
  }

  /** Takes in a point; where the sides meet between it and an earlier one, their meeting. */
  add(pairs: readonly Pair[], point: DrawnPoint, hand: number): PairAt | null {
    if (this.#claim.relation !== '≠') return null;
    for (const pair of pairs) {
      const sign = signOf(pair);
      if (sign === 0 || this.#segments >= MAX_SEGMENTS) continue;
      // One-hot vectors have nothing between them: only points with the same ones are joined.
      const fixed = this.#claim.oneHot.map((name) => [...(point.values[name] ?? [])]);
      const key = JSON.stringify([point.sizes, hand, pair.indices, fixed]);
      const known = this.#seen.get(key);
      if (known === undefined) this.#seen.set(key, { point, sign });
      else if (known && known.sign !== sign) {
        this.#seen.set(key, null);
        this.#segments += 1;
        const met = this.#between(known.point, point, hand, JSON.stringify(pair.indices), sign);
        if (met) return met;
      }
    }
    return null;
  }

  #between(
    from: DrawnPoint,
    to: DrawnPoint,
    hand: number,
    indices: string,
    signAtEnd: number,
  ): PairAt | null {
    let [low, high] = [0, 1];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      const point = along(from, to, middle);
      const pairs = this.#evaluate(point, hand);
      const pair = pairs.find((one) => JSON.stringify(one.indices) === indices);
      if (!pair) return null;
      const judgement = judge('≠', pair.left, pair.right, null);
      if (judgement === 'tie') return { pair, point };
      if (judgement === 'silent') return null;
      if (signOf(pair) === signAtEnd) high = middle;
      else low = middle;
    }
    return null;
  }
}

function signOf({ left, right }: Pair): number {
  const difference = left.v - right.v;
  const noise = noiseOf(left, right);
  return Math.abs(difference) > noise && Number.isFinite(difference) ? Math.sign(difference) : 0;
}

function along(from: DrawnPoint, to: DrawnPoint, part: number): DrawnPoint {
  const values = Object.fromEntries(
    Object.entries(from.values).map(([name, list]) => {
      const end = to.values[name];
      return [name, list.map((x, k) => x + part * ((end?.[k] ?? x) - x))];
    }),
  );
  return { ...from, values };
}
