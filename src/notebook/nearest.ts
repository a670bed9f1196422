import { differenceOf, type Difference } from '../tex/difference.ts';
import { cellsOf } from './cells.ts';
import type { PageFormula } from './page.ts';

/** A longer difference than this is no letter or sign: it is seen by comparing the formulas. */
const LONGEST = 240;

/**
 * In what a formula that fails differs from the one that we read, step by step where they have the same
 * steps; empty where they differ too much for that to help.
 */
export function changesOf(printed: PageFormula, read: PageFormula): Difference[] {
  const [from, to] = [linesOf(printed), linesOf(read)];
  if (from.length !== to.length) return [];
  const changes = from.flatMap((line, k) => differenceOf(line, to[k] ?? '') ?? []);
  return changes.every((change) => change.from.length + change.to.length <= LONGEST) ? changes : [];
}

/** The sides of a formula's steps as TeX; the whole where it has no steps, as one that could not be read. */
function linesOf({ tex, spans, steps }: PageFormula): string[] {
  if (steps.length === 0)
    return [tex.replace(/^[ \t]*%.*$/gm, '').replace(/\\quad\s*\\text\{[^{}]*\}/g, '')];
  return steps.flatMap((step) => {
    const { left, right } = cellsOf(tex, spans, step);
    return left ? [left.tex, right.tex] : [right.tex];
  });
}
