import type { Slot, SymbolDeclaration } from '../expression/symbols.ts';
import {
  span,
  type EntryNode,
  type Expression,
  type Index,
  type Range,
} from '../expression/tree.ts';
import { describe } from './cursor.ts';
import { TexError } from './errors.ts';
import type { Grammar } from './grammar.ts';
import { atSingle, parseIndexList } from './indices.ts';
import { declarationOf, parseName, undeclared } from './names.ts';
import { parsePower } from './power.ts';

type Located<T> = T & { readonly range: Range };

/** A symbol with its indices and, for a function, its arguments; then powers and transposes. */
export function parseSymbol(grammar: Grammar): Expression {
  const { cursor, table } = grammar;
  const name = parseName(cursor);
  const symbol = declarationOf(name, table);
  if (!symbol) {
    if (name.styled === 'e') return parseExponential(grammar, name.range);
    throw undeclared(name, table);
  }
  const scripts = new Scripts(symbol, name.range);
  scripts.read(grammar);
  if (symbol.kind !== 'function') {
    const entry = {
      kind: 'entry',
      symbol: symbol.name,
      at: scripts.at,
      range: scripts.range,
    } as const;
    return parsePower(grammar, transposed(entry, scripts.transposed));
  }
  const values = parseArguments(grammar, symbol, name.range);
  scripts.range = { start: name.range.start, end: cursor.lastEnd };
  scripts.read(grammar);
  const { at, range } = scripts;
  const call = { kind: 'apply', symbol: symbol.name, arguments: values, at, range } as const;
  return parsePower(grammar, transposed(call, scripts.transposed));
}

/** A symbol that is not a function, with its indices alone: what a derivative is taken by. */
export function parseVariable(grammar: Grammar): Located<EntryNode> {
  const { cursor, table } = grammar;
  const name = parseName(cursor);
  const symbol = declarationOf(name, table);
  if (!symbol) throw undeclared(name, table);
  if (symbol.kind === 'function' || symbol.kind === 'opaque') {
    throw new TexError(
      'unexpected',
      `a derivative by ${symbol.name}`,
      name.range,
      'derivatives are taken by real quantities',
    );
  }
  const scripts = new Scripts(symbol, name.range);
  scripts.read(grammar);
  return { kind: 'entry', symbol: symbol.name, at: scripts.at, range: scripts.range };
}

/** The scripts that fill a symbol's slots. */
class Scripts {
  readonly #symbol: SymbolDeclaration;
  readonly #sub: Index[] = [];
  readonly #super: Index[] = [];
  range: Range;
  transposed = false;

  constructor(symbol: SymbolDeclaration, range: Range) {
    this.#symbol = symbol;
    this.range = range;
  }

  /** Reads the scripts at the cursor that belong to the symbol and leaves powers unread. */
  read(grammar: Grammar): void {
    const { cursor } = grammar;
    for (;;) {
      if (cursor.at('_')) this.#readSubscript(grammar);
      else if (cursor.at('^') && this.#slots('superscript').length > 0 && atSampleIndex(grammar)) {
        this.#readSuperscript(grammar);
      } else break;
      this.range = { start: this.range.start, end: cursor.lastEnd };
    }
  }

  /** The slots in the declaration's order; null where one is left open. */
  get at(): (Index | null)[] {
    const [sub, sup] = [[...this.#sub], [...this.#super]];
    return this.#symbol.slots.map(
      (slot) => (slot.place === 'superscript' ? sup : sub).shift() ?? null,
    );
  }

  #slots(place: Slot['place']): readonly Slot[] {
    return this.#symbol.slots.filter((slot) => slot.place === place);
  }

  #readSubscript({ cursor, table }: Grammar): void {
    const script = cursor.next();
    if (this.#sub.length > 0) throw new TexError('unexpected', 'a second subscript', script);
    const braced = cursor.take('{');
    const token = cursor.peek();
    const room = this.#slots('subscript').length;
    if (token.kind === 'number' && token.text.length > 1 && room > 1) {
      throw new TexError(
        'ambiguous',
        `index ${token.text}`,
        token,
        'separate the indices by a comma',
      );
    }
    const indices = braced
      ? parseIndexList(cursor, table)
      : atSingle(cursor).alone((one) => parseIndexList(one, table));
    if (braced) cursor.expect('}', braced);
    if (indices.length > room) {
      const has =
        room === 0 ? 'no subscript' : `${room} ${room === 1 ? 'subscript' : 'subscripts'}`;
      const extra = indices[room]?.range ?? token;
      throw new TexError(
        'unexpected',
        `${this.#symbol.name} takes ${has}, not ${indices.length}`,
        extra,
      );
    }
    this.#sub.push(...indices);
  }

  #readSuperscript({ cursor, table }: Grammar): void {
    const script = cursor.next();
    if (this.#super.length > 0) throw new TexError('unexpected', 'a second superscript', script);
    const open = cursor.expect('{');
    const parenthesis = cursor.expect('(');
    this.#super.push(...parseIndexList(cursor, table));
    cursor.expect(')', parenthesis);
    if (cursor.take('T') ?? cursor.take('\\top')) this.transposed = true;
    cursor.expect('}', open);
  }
}

/** Whether the superscript at the cursor is an index in parentheses, `^{(i)}`. */
function atSampleIndex({ cursor, table }: Grammar): boolean {
  const [open, parenthesis, index, close] = [1, 2, 3, 4].map((ahead) => cursor.peek(ahead));
  if (open?.text !== '{' || parenthesis?.text !== '(' || close?.text !== ')') return false;
  return (
    index?.kind === 'number' ||
    table.indices.has(index?.text ?? '') ||
    table.sizes.has(index?.text ?? '')
  );
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
