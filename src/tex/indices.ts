import { namedSize } from '../expression/size.ts';
import type { Comparison, Index, IndexCondition } from '../expression/tree.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Cursor } from './cursor.ts';
import { TexError } from './errors.ts';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '\\ne': '≠',
  '\\neq': '≠',
  '<': '<',
  '\\lt': '<',
  '>': '>',
  '\\gt': '>',
  '\\le': '≤',
  '\\leq': '≤',
  '\\ge': '≥',
  '\\geq': '≥',
};

/** The comparison at the cursor, without moving; null where there is none. */
export function comparisonAt(cursor: Cursor): Comparison | null {
  const token = cursor.peek();
  return token.kind === 'text' ? null : (COMPARISONS[token.text] ?? null);
}

/** The index at the cursor: a letter, a number, or the letter of a size for its last place. */
export function parseIndex(cursor: Cursor, table: SymbolTable): Index {
  const token = cursor.next();
  const range = { start: token.start, end: token.end };
  if (token.kind === 'number') {
    const value = Number(token.text);
    if (Number.isInteger(value) && value >= 1) return { kind: 'literal', value, range };
    throw new TexError(
      'unexpected',
      `${token.text} is not an index`,
      token,
      'indices count from 1',
    );
  }
  if (token.kind === 'letter' && table.indices.has(token.text)) {
    return { kind: 'letter', name: token.text, range };
  }
  const size = table.sizes.get(token.text);
  if (token.kind === 'letter' && size !== undefined) {
    return { kind: 'last', size: namedSize(size), range };
  }
  if (token.kind === 'letter') {
    throw new TexError(
      'undeclared',
      `undeclared index ${token.text}`,
      token,
      `this notation declares ${[...table.indices, ...table.sizes.keys()].join(', ')}`,
    );
  }
  throw new TexError('unexpected', `${token.text || 'the end'} here, an index expected`, token);
}

/** `ij`, `i,j` or `k` up to a closing brace or parenthesis that is left unread. */
export function parseIndexList(cursor: Cursor, table: SymbolTable): Index[] {
  const list = [parseIndex(cursor, table)];
  while (!cursor.at('}') && !cursor.at(')')) {
    cursor.take(',');
    list.push(parseIndex(cursor, table));
  }
  return list;
}

/**
 * Conditions such as `1 \le j \le n, j \ne i`, separated by commas; stops before anything that is
 * neither. A lone index gives no condition but is returned in `letters`.
 */
export function parseConditions(
  cursor: Cursor,
  table: SymbolTable,
): { conditions: IndexCondition[]; indices: Index[] } {
  const conditions: IndexCondition[] = [];
  const indices: Index[] = [];
  do {
    let left = parseIndex(cursor, table);
    indices.push(left);
    for (let comparison = comparisonAt(cursor); comparison; comparison = comparisonAt(cursor)) {
      cursor.next();
      const right = parseIndex(cursor, table);
      conditions.push({ comparison, left, right });
      indices.push(right);
      left = right;
    }
  } while (cursor.take(','));
  return { conditions, indices };
}
