import type { SymbolTable } from '../expression/symbols.ts';
import type { IndexCondition } from '../expression/tree.ts';
import { Cursor } from './cursor.ts';
import { TexError } from './errors.ts';
import { parseConditions } from './indices.ts';
import { atName, declarationOf, parseName, undeclared } from './names.ts';

/** Where a claim is made: conditions on indices, and probability vectors that are one-hot. */
export interface Guard {
  readonly conditions: readonly IndexCondition[];
  readonly oneHot: readonly string[];
}

/** Reads a guard: `i \ne j`, or `t \text{ one-hot}`, or both, separated by commas. */
export function parseGuard(source: string, table: SymbolTable): Guard {
  const cursor = Cursor.over(source);
  const conditions: IndexCondition[] = [];
  const oneHot: string[] = [];
  do {
    const mark = cursor.mark;
    const name = atName(cursor) ? parseName(cursor) : null;
    const text = cursor.peek();
    if (name && text.kind === 'text' && text.text.trim() === 'one-hot') {
      cursor.next();
      const symbol = declarationOf(name, table);
      if (!symbol) throw undeclared(name, table);
      if (symbol.kind !== 'probability' || table.definitions.has(symbol.name)) {
        throw new TexError(
          'unexpected',
          `${name.plain} can't be one-hot`,
          name.range,
          'only a free probability vector can',
        );
      }
      oneHot.push(symbol.name);
    } else {
      cursor.reset(mark);
      conditions.push(...parseConditions(cursor, table).conditions);
    }
  } while (cursor.take(','));
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('a condition expected');
  return { conditions, oneHot };
}

/** Whether a formula is nothing but conditions on indices and sizes, such as `i \ne j`. */
export function isIndexCondition(source: string, table: SymbolTable): boolean {
  try {
    const cursor = Cursor.over(source);
    const { conditions } = parseConditions(cursor, table);
    const said = ({ left, right }: IndexCondition): boolean =>
      left.kind !== 'literal' || right.kind !== 'literal';
    return cursor.peek().kind === 'end' && conditions.every(said);
  } catch (error) {
    if (error instanceof TexError) return false;
    throw error;
  }
}
