import type { SymbolTable } from '../expression/symbols.ts';
import type { Display } from '../tex/display.ts';
import type { Notation } from './notation.ts';
import { symbolsOf } from './symbolsOf.ts';

/** The meanings of names in a formula that mentions what the notation's definitions ask for. */
export function inPlay(display: Display, notation: Notation, table: SymbolTable): SymbolTable {
  const mentioned = symbolsOf(display, table);
  return notation.conditional.reduce(
    (all, { definition, when }) =>
      !all.definitions.has(definition.symbol) && [...when].some((name) => mentioned.has(name))
        ? all.withDefinition(definition)
        : all,
    table,
  );
}
