import type { FreeIndex } from '../check/program.ts';
import { Blanks, type Blank } from '../expression/blanks.ts';
import { ExpressionError } from '../expression/errors.ts';
import { Lowering } from '../expression/lower.ts';
import type { Condition, Position, Scalar } from '../expression/scalar.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Expression, IndexCondition } from '../expression/tree.ts';
import { printExpression } from '../tex/print.ts';
import { printSet, RELATION_SIGNS } from '../tex/printDisplay.ts';
import { PrintError } from '../tex/printError.ts';
import { printConditions } from '../tex/printNames.ts';
import type { NamedSet } from '../tex/sets.ts';
import type { Sides } from '../tex/sides.ts';
import { axisLetter, claimsOf, type Conditions, type Related } from './claims.ts';
import { shownBy } from './spans.ts';

/** Where a number goes in a step, by the digits that hold its place in the TeX. */
export interface NumberBlank {
  readonly mark: string;
  /** Whether a negative number needs brackets there. */
  readonly closed: boolean;
  /** The group of the quantity that the number is a value of; null for none. */
  readonly group: string | null;
}

/** A step with blanks for numbers in place of its symbols; values of the blanks as `F`. */
export interface NumberedStep<F> {
  readonly left: string;
  /** The relation and the right side. */
  readonly right: string;
  readonly blanks: readonly NumberBlank[];
  readonly values: readonly F[];
  /** The letters that say which numbers, and where the step is claimed. */
  readonly free: readonly FreeIndex[];
  readonly guard: readonly Condition[];
}

/** A step in numbers, or why there are none for it, as a clause for the reader. */
export type InNumbers<F> = NumberedStep<F> | { readonly refused: string };

/**
 * A step at one entry, with blanks for its numbers. `before` are the conditions in front of its chain;
 * of a vector or a matrix, one entry stands for all.
 */
export function inNumbers(
  step: Related,
  before: readonly IndexCondition[],
  sides: Sides,
  conditions: Conditions,
  table: SymbolTable,
): InNumbers<Scalar> {
  try {
    return numbered(step, before, sides, conditions, table);
  } catch (error) {
    if (error instanceof ExpressionError)
      return { refused: error.shapes ? 'the shapes of its sides differ' : error.message };
    if (error instanceof PrintError) return { refused: error.message };
    throw error;
  }
}

function numbered(
  step: Related,
  before: readonly IndexCondition[],
  sides: Sides,
  conditions: Conditions,
  table: SymbolTable,
): NumberedStep<Scalar> {
  const lowering = new Lowering(table, conditions.elsewhere);
  const blanks = new Blanks(lowering);
  const at = placesOf(step, lowering);
  const when = before.map((condition) => blanks.inCondition(condition));
  // What is set anew has no value yet.
  const left = step.relation === ':=' ? step.left : blanks.in(step.left, at);
  const right = 'kind' in step.right ? blanks.in(step.right, at) : step.right;
  const [claim] = claimsOf(step, sides, conditions, table, lowering);
  if (!claim) throw new Error('a step makes at least one claim');
  const [leftTex, rightTex] = [printExpression(left, table), printSide(right, table)];
  const prefix = when.length > 0 ? `\\text{if } ${printConditions(when, table)} : ` : '';
  return {
    left: prefix + leftTex,
    right: `${RELATION_SIGNS[step.relation]} ${rightTex}`,
    blanks: blanks.found.map((blank) => ({
      mark: blank.mark,
      closed: isClosed(blank, leftTex) || isClosed(blank, rightTex),
      group: blank.of && shownBy(blank.of, table),
    })),
    values: blanks.found.map(({ value }) => value()),
    free: claim.free,
    guard: claim.guard,
  };
}

/** The entry of both sides that is shown. */
function placesOf({ left, right }: Related, lowering: Lowering): Position[] {
  const rank = (e: Expression): number => lowering.tensor(e).shape.length;
  const axes = Math.max(rank(left), 'kind' in right ? rank(right) : 0);
  return Array.from({ length: axes }, (_, k) => ({ index: axisLetter(k) }));
}

/** An entry is an element of the numbers that a set of vectors is made of. */
function printSide(side: Expression | NamedSet, table: SymbolTable): string {
  return 'kind' in side ? printExpression(side, table) : printSet({ ...side, shape: [] }, table);
}

/** Whether a sign at a blank would be read as part of what stands around it. */
function isClosed({ mark }: Blank, side: string): boolean {
  const at = side.indexOf(mark);
  if (at < 0) return false;
  const opens = /(?:^|[{([|])\s*$/.test(side.slice(0, at));
  return !opens || side.startsWith('^', at + mark.length);
}
