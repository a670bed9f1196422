import type { SymbolTable } from '../expression/symbols.ts';
import type { Expression } from '../expression/tree.ts';
import type { Cursor } from './cursor.ts';

/** What the rules for single commands need of the parser that calls them. */
export interface Grammar {
  readonly cursor: Cursor;
  readonly table: SymbolTable;
  /** An expression of operators that bind at least as strongly as `power`. */
  expression(power: number): Expression;
  /** One factor with its scripts. */
  factor(): Expression;
  /** A single letter or digit: what an unbraced script, or argument, takes. */
  expressionOfOne(): Expression;
  /** Whether a factor can start at the cursor. */
  atFactor(): boolean;
}

/** How strongly operators bind; a larger number binds more tightly. */
export const POWER = { sum: 10, minus: 15, product: 20, juxtaposed: 22, factor: 23 } as const;
