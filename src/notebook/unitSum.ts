import type { Claim } from '../check/program.ts';
import { checkSampled } from '../check/sampled.ts';
import type { Scalar } from '../expression/scalar.ts';
import { SymbolTable, type SymbolDeclaration } from '../expression/symbols.ts';
import { programOf } from './programs.ts';

/** What a step says of probability vectors: that they sum to 1 is needed, is not, or can't be told. */
export type UnitSum = 'needed' | 'not needed' | 'unknown';

/** Where the entries of a vector lie that need not sum to 1: all positive, as logarithms ask. */
const POSITIVE: SymbolDeclaration['range'] = [0.05, 1.5];

/** Fixes the points. */
const SEED = 1_729;

/**
 * Whether some claims that hold need that probability vectors sum to 1: they are tried again with any
 * positive numbers for these, where names mean what `table` says otherwise.
 */
export function needsUnitSum(claims: readonly Claim<Scalar>[], table: SymbolTable): UnitSum {
  const builder = programOf(withoutUnitSum(table));
  const verdicts = claims.map(
    (claim) => checkSampled(builder.addClaim(claim), builder.program, SEED).verdict,
  );
  if (verdicts.includes('refuted')) return 'needed';
  return verdicts.every((verdict) => verdict === 'holds') ? 'not needed' : 'unknown';
}

function withoutUnitSum(table: SymbolTable): SymbolTable {
  const symbols = [...table.symbols].map(([name, symbol]): [string, SymbolDeclaration] => [
    name,
    symbol.kind === 'probability' ? { ...symbol, kind: 'real', range: POSITIVE } : symbol,
  ]);
  return new SymbolTable({ ...table, symbols: new Map(symbols) });
}
