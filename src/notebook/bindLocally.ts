import type { SymbolDeclaration, SymbolTable } from '../expression/symbols.ts';
import type { NamedSet } from '../tex/sets.ts';

/** A name bound by `\forall`: it ranges over the set, whatever it means outside the formula. */
export function bindLocally(table: SymbolTable, name: string, set: NamedSet): SymbolTable {
  const outer = table.symbols.get(name);
  const local: SymbolDeclaration = {
    name: `${name}∀`,
    kind: 'real',
    slots: set.shape.map((size) => ({ size, place: 'subscript', optional: false })),
    parameters: [],
    range: set.interval ? [set.interval.from, set.interval.to] : (outer?.range ?? [-2, 2]),
    quantity:
      outer && outer.slots.filter(({ optional }) => !optional).length === set.shape.length
        ? outer.quantity
        : null,
    phrase: outer?.phrase ?? name,
  };
  return table.withBound(name, local);
}
