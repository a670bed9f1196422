import { ProgramBuilder } from '../check/program.ts';
import type { SymbolTable } from '../expression/symbols.ts';

/** A builder that knows what the symbols of `table` stand for and how their values are drawn. */
export function programOf(table: SymbolTable): ProgramBuilder {
  const builder = new ProgramBuilder();
  for (const symbol of table.symbols.values()) {
    const axes = symbol.slots.map(({ size }) => size);
    const definition = table.definitions.get(symbol.name);
    if (symbol.kind === 'function' || symbol.kind === 'opaque') continue;
    if (definition) builder.define(symbol.name, definition.positions, axes, definition.body);
    else {
      const { kind, range, quantity } = symbol;
      builder.declare(symbol.name, { kind, axes, range, quantity });
    }
  }
  return builder;
}
