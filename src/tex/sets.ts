import { fixedSize, namedSize, type Shape, type Size } from '../expression/size.ts';
import type { Range } from '../expression/tree.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Cursor } from './cursor.ts';
import { TexError } from './errors.ts';

/** A set that a claim of membership names: all tensors of a shape, or those with bounded entries. */
export interface NamedSet {
  readonly shape: Shape;
  /** The interval every entry lies in; null for all real numbers. */
  readonly interval: { readonly from: number; readonly to: number; readonly open: boolean } | null;
  readonly range: Range;
}

/** `\mathbb R`, `\mathbb R^n`, `\mathbb R^{C \times M}`, `[0,1]^n` or `(0,1)^n`. */
export function parseSet(cursor: Cursor, table: SymbolTable): NamedSet {
  const start = cursor.peek().start;
  const interval = cursor.take('\\mathbb') ? parseReals(cursor) : parseInterval(cursor);
  const shape = cursor.take('^') ? parseShape(cursor, table) : [];
  return { shape, interval, range: { start, end: cursor.lastEnd } };
}

function parseReals(cursor: Cursor): null {
  const braced = cursor.take('{');
  cursor.expect('R');
  if (braced) cursor.expect('}', braced);
  return null;
}

function parseInterval(cursor: Cursor): NamedSet['interval'] {
  const open = cursor.take('(') ?? cursor.take('[');
  if (!open) throw cursor.unexpected('a set expected', 'write \\mathbb R^n, [0,1]^n or (0,1)^n');
  const from = parseBound(cursor);
  cursor.expect(',');
  const to = parseBound(cursor);
  cursor.expect(open.text === '(' ? ')' : ']', open);
  if (!(from < to)) {
    throw new TexError('unexpected', 'an empty interval', {
      start: open.start,
      end: cursor.lastEnd,
    });
  }
  return { from, to, open: open.text === '(' };
}

function parseBound(cursor: Cursor): number {
  const sign = cursor.take('-') ? -1 : 1;
  const token = cursor.next();
  if (token.kind !== 'number')
    throw new TexError('unexpected', `${token.text || 'the end'} here, a number expected`, token);
  return sign * Number(token.text);
}

function parseShape(cursor: Cursor, table: SymbolTable): Size[] {
  const braced = cursor.take('{');
  const shape = [parseSize(cursor, table)];
  if (braced) {
    while (cursor.take('\\times')) shape.push(parseSize(cursor, table));
    cursor.expect('}', braced);
  }
  // A matrix of one column is a vector.
  const last = shape[1];
  return shape.length === 2 && last?.of === null && last.plus === 1 ? shape.slice(0, 1) : shape;
}

/** A size: `n`, `3`, `m+1` or `(m+1)`. */
function parseSize(cursor: Cursor, table: SymbolTable): Size {
  const parenthesis = cursor.take('(');
  const token = cursor.next();
  let size: Size;
  if (token.kind === 'number') size = fixedSize(Number(token.text));
  else {
    const of = table.sizes.get(token.text);
    if (of === undefined) {
      throw new TexError(
        'undeclared',
        `undeclared size ${token.text}`,
        token,
        `this notation declares ${[...table.sizes.keys()].join(', ')}`,
      );
    }
    const plus = cursor.take('+');
    size = namedSize(of, plus ? parseBound(cursor) : 0);
  }
  if (parenthesis) cursor.expect(')', parenthesis);
  return size;
}
