import type { Layout } from './layouts.ts';
import type { SymbolShape } from './shapes.ts';

/** What a page of the course shows first: the formulas of its claim and what they ask for. */
export interface Result {
  /** The formulas that state it, by their numbers. */
  readonly states: readonly number[];
  /** The names in them, with their shapes. */
  readonly shapes: readonly SymbolShape[];
  /** The derivatives in them that are no numbers, with their layout. */
  readonly layouts: readonly Layout[];
  readonly unitSum: UnitSumUse;
}

/** Where it is needed that the targets sum to 1, as the checker finds it. */
export interface UnitSumUse {
  /** Formulas of the result that fail for targets that are any positive numbers. */
  readonly needed: readonly number[];
  /** Steps of the proofs that do. */
  readonly enters: readonly { readonly formula: number; readonly step: number }[];
}
