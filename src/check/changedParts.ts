import type { Scalar } from '../expression/scalar.ts';
import type { Claim, FreeIndex } from './program.ts';

/**
 * That the parts in which the right sides of two claims differ are equal, for all letters around them:
 * one claim for each part that holds the whole difference, from the inside out, without the whole.
 */
export function changedParts(
  { right, free, guard }: Claim<Scalar>,
  changed: Claim<Scalar>,
): Claim<Scalar>[] {
  const found: Claim<Scalar>[] = [];
  let pair: readonly [Scalar, Scalar] | null = [right, changed.right];
  let letters: readonly FreeIndex[] = free;
  while (pair) {
    const [before, after]: readonly [Scalar, Scalar] = pair;
    pair = onlyDifference(before, after);
    if (!pair) break;
    if ('index' in before) {
      const { index: name, size } = before;
      letters = [...letters.filter((letter) => letter.name !== name), { name, size }];
    }
    const [left, other] = pair;
    found.unshift({
      relation: '=',
      left,
      right: other,
      free: letters,
      guard: letters === free ? guard : [],
      oneHot: [],
      within: null,
    });
  }
  return found;
}

/** The one part in which two formulas differ, where all else is the same. */
function onlyDifference(a: Scalar, b: Scalar): readonly [Scalar, Scalar] | null {
  if (a.op !== b.op || a.op === 'derivative') return null;
  const [parts, others] = [partsOf(a), partsOf(b)];
  const differing = parts.flatMap((part, k): (readonly [Scalar, Scalar])[] => {
    const other = others[k];
    return other && !isSame(part, other) ? [[part, other]] : [];
  });
  const [only] = differing;
  return only && differing.length === 1 && isSame(bare(a), bare(b)) ? only : null;
}

function partsOf(s: Scalar): Scalar[] {
  if ('b' in s) return [s.a, s.b];
  return 'a' in s ? [s.a] : [];
}

/** What is left of a formula without its parts. */
function bare(s: Scalar): object {
  return { ...s, a: null, b: null };
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
