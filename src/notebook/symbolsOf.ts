import type { SymbolTable } from '../expression/symbols.ts';
import type { Display } from '../tex/display.ts';

/** The symbols that a formula mentions, as written or through definitions. */
export function symbolsOf(display: Display, table: SymbolTable): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('symbol' in value && typeof value.symbol === 'string' && !found.has(value.symbol)) {
      found.add(value.symbol);
      visit(table.definitions.get(value.symbol)?.body);
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(display.chains);
  return found;
}
