import { partsOf, type Expression, type Range } from '../expression/tree.ts';
import { TexError } from './errors.ts';

/** How deep brackets, fractions and scripts may nest. */
export const MAX_DEPTH = 60;

/** How deep a formula's tree may be: a sum of n terms is n deep. */
export const MAX_HEIGHT = 600;

/** The error of a formula that goes deeper than `limit`. */
export function tooDeep(limit: number, range: Range): TexError {
  const hint = 'name a part of it and define it apart';
  return new TexError('too-deep', `nested more than ${limit} deep`, range, hint);
}

/** How deep a tree is, found without recursion. */
export function height(root: Expression): number {
  const waiting: [Expression, number][] = [[root, 1]];
  let most = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [e, depth] = next;
    most = Math.max(most, depth);
    for (const part of partsOf(e)) waiting.push([part, depth + 1]);
  }
  return most;
}
