import type { SymbolDeclaration, SymbolTable } from '../expression/symbols.ts';
import {
  span,
  type EntryNode,
  type Expression,
  type Range,
  type Variable,
} from '../expression/tree.ts';
import { wordAt } from './commands/word.ts';
import { parseItems, vectorOf } from './commands/list.ts';
import { describe, type Cursor } from './cursor.ts';
import { TexError } from './errors.ts';
import type { Grammar } from './grammar.ts';
import { parseIndex, parseIndexList } from './indices.ts';
import { declarationOf, parseName, undeclared, type Name } from './names.ts';
import { parsePower } from './power.ts';
import { readScripts, Scripts } from './scripts.ts';
import { takeSpelling } from './spellings.ts';

type Located<T> = T & { readonly range: Range };

/** A symbol with its indices and, for a function, its arguments; then powers and transposes. */
export function parseSymbol(grammar: Grammar): Expression {
  const { cursor, table } = grammar;
  const spelled = takeSpelling(cursor, table, parseIndex);
  if (spelled) return parsePower(grammar, spelled);
  const name = parseName(cursor);
  const symbol = declaredAt(name, cursor, table);
  if (!symbol) {
    if (name.styled === 'e') return parseExponential(grammar, name.range);
    throw undeclared(name, table);
  }
  const scripts = new Scripts(symbol, name.range, parseIndexList);
  scripts.read(cursor, table);
  if (symbol.kind !== 'function') {
    const { at, range, transposed: turned } = scripts.result;
    const entry = { kind: 'entry', symbol: symbol.name, at, range } as const;
    return parsePower(grammar, transposed(entry, turned));
  }
  const values = parseArguments(grammar, symbol, name.range);
  const end = cursor.lastEnd;
  scripts.read(cursor, table);
  const { at, transposed: turned } = scripts.result;
  const range = { start: name.range.start, end: Math.max(end, cursor.lastEnd) };
  const call = { kind: 'apply', symbol: symbol.name, arguments: values, at, range } as const;
  return parsePower(grammar, transposed(call, turned));
}

/** What a name means at the cursor behind it: `L_` is `L` where a subscript follows. */
function declaredAt(name: Name, cursor: Cursor, table: SymbolTable): SymbolDeclaration | null {
  const { styled, plain } = name;
  const subscripted = cursor.at('_')
    ? (table.symbols.get(`${styled}_`) ?? table.symbols.get(`${plain}_`))
    : undefined;
  return subscripted ?? declarationOf(name, table);
}

/** What a derivative is taken by: a symbol that is no function, or `vec(W)`, its columns as one vector. */
export function parseVariable(cursor: Cursor, table: SymbolTable): Variable {
  const operator = wordAt(cursor);
  if (operator?.word !== 'vec') return parseEntry(cursor, table);
  const { start } = cursor.peek();
  for (let k = 0; k < operator.tokens; k++) cursor.next();
  const left = cursor.take('\\left');
  const open = cursor.expect('(');
  const variable = parseEntry(cursor, table);
  const rows = takeTranspose(cursor);
  if (left) cursor.expect('\\right', left);
  cursor.expect(')', open);
  const range = { start, end: cursor.lastEnd };
  return { ...variable, stacked: rows ? 'rows' : 'columns', range };
}

/** `^\top` or `^{T}`, moving past it. */
function takeTranspose(cursor: Cursor): boolean {
  if (!cursor.take('^')) return false;
  const braced = cursor.take('{');
  if (!cursor.take('T')) cursor.expect('\\top');
  if (braced) cursor.expect('}', braced);
  return true;
}

function parseEntry(cursor: Cursor, table: SymbolTable): Located<EntryNode> {
  const spelled = takeSpelling(cursor, table, parseIndex);
  const name = spelled ? null : parseName(cursor);
  const symbol = name
    ? declaredAt(name, cursor, table)
    : (table.symbols.get(spelled?.symbol ?? '') ?? null);
  if (!symbol && name) throw undeclared(name, table);
  const range = name?.range ?? spelled?.range ?? cursor.peek();
  if (!symbol || ['function', 'opaque', 'label'].includes(symbol.kind)) {
    const message = `a derivative by ${symbol?.name ?? ''}`;
    throw new TexError('unexpected', message, range, 'derivatives are taken by real quantities');
  }
  if (spelled) return spelled;
  const scripts = readScripts(symbol, range, cursor, table, parseIndexList);
  return { kind: 'entry', symbol: symbol.name, at: scripts.at, range: scripts.range };
}

function parseArguments(grammar: Grammar, symbol: SymbolDeclaration, name: Range): Expression[] {
  const { cursor, table } = grammar;
  const sized = cursor.take('\\left');
  const open = cursor.take('(');
  if (!open) throw cursor.unexpected(`the argument of ${symbol.name} in parentheses expected`);
  const values = symbol.parameters.map((parameter, k): Expression => {
    if (
      k > 0 &&
      !(cursor.take(',') ?? cursor.take(';') ?? cursor.take('\\mid') ?? cursor.take('|'))
    ) {
      throw cursor.unexpected(`${symbol.name} takes ${symbol.parameters.length} arguments`);
    }
    if (parameter?.length === 1 && symbol.parameters.length === 1) {
      const { start } = cursor.peek();
      const items = parseItems(grammar);
      return vectorOf(items, { start, end: cursor.lastEnd });
    }
    if (parameter !== null) return grammar.expression(0);
    const opaque = parseName(cursor);
    const declared = declarationOf(opaque, table);
    if (!declared) throw undeclared(opaque, table);
    return { kind: 'entry', symbol: declared.name, at: [], range: opaque.range };
  });
  if (cursor.at(','))
    throw cursor.unexpected(`${symbol.name} takes ${describeCount(values.length)}`);
  if (sized) cursor.expect('\\right', sized);
  cursor.expect(')', span(name, open));
  return values;
}

function describeCount(count: number): string {
  return count === 1 ? 'one argument' : `${count} arguments`;
}

function transposed(of: Expression, really: boolean): Expression {
  return really ? { kind: 'transpose', of, range: of.range } : of;
}

/** `e`, or `e^{…}` as the exponential function. */
function parseExponential(grammar: Grammar, range: Range): Expression {
  const { cursor } = grammar;
  if (!cursor.take('^')) {
    return { kind: 'elementary', name: 'exp', of: { kind: 'number', text: '1', range }, range };
  }
  const open = cursor.take('{');
  let of: Expression;
  if (open) {
    of = grammar.expression(0);
    cursor.expect('}', open);
  } else {
    const token = cursor.peek();
    if (token.kind !== 'letter' && token.kind !== 'number') {
      throw cursor.unexpected(
        'an exponent expected',
        `write braces around ${describe(token)} and what belongs to it`,
      );
    }
    of = grammar.expressionOfOne();
  }
  return {
    kind: 'elementary',
    name: 'exp',
    of,
    range: { start: range.start, end: cursor.lastEnd },
  };
}
