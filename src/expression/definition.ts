import { ExpressionError } from './errors.ts';
import { Lowering } from './lower.ts';
import { isAtHand, SAMPLE_AT_HAND } from './places.ts';
import { labelsOf, placesIn, type Position, type Scalar } from './scalar.ts';
import { sameShape, shapesFit, type Size } from './size.ts';
import type { Definition, SymbolDeclaration, SymbolTable } from './symbols.ts';
import { mismatch } from './mismatch.ts';
import { span, type Expression, type Range } from './tree.ts';

/** What is said of where a letter runs: `i = 1, …, n`. */
export interface LetterRange {
  readonly letter: string;
  readonly size: Size;
  readonly range: Range;
}

/**
 * The definition that `left = right` makes of the symbol on its left. Throws
 * {@link ExpressionError} where the left side is not a symbol with letters for indices, the sides
 * have different shapes, or the right side uses what the left doesn't supply.
 */
export function defineSymbol(
  left: Expression,
  right: Expression,
  table: SymbolTable,
  ranges: readonly LetterRange[] = [],
): Definition {
  if (left.kind !== 'entry' && left.kind !== 'apply') {
    throw new ExpressionError(
      'unsupported',
      'a definition has its symbol alone on the left',
      left.range,
    );
  }
  const symbol = table.symbols.get(left.symbol);
  if (!symbol) throw new ExpressionError('undefined', `${left.symbol} is not declared`, left.range);
  const lowering = new Lowering(table);
  const value = lowering.tensor(right);
  const bare = left.at.every((index) => index === null);
  const open = symbol.slots
    .filter((slot, k) => !left.at[k] && !isAtHand(slot, bare))
    .map(({ size }) => size);
  if (!shapesFit(value.shape, open))
    throw mismatch('define', open, value.shape, span(left.range, right.range));
  const positions = symbol.slots.map((slot, k): string => {
    const index = left.at[k];
    if (!index) return isAtHand(slot, bare) ? SAMPLE_AT_HAND : `${k}`;
    if (index.kind !== 'letter') {
      throw new ExpressionError(
        'unsupported',
        'a definition needs letters for indices',
        index.range,
      );
    }
    lowering.constrain(index.name, slot.size, index.range);
    return index.name;
  });
  for (const { letter, size, range } of ranges) lowering.constrain(letter, size, range);
  const free = lowering.finish(right.range);
  const rest = positions.flatMap((name): Position[] =>
    /^\d+$/.test(name) ? [{ index: name }] : [],
  );
  const formals = left.kind === 'apply' ? formalsOf(left, symbol, table) : [];
  const body = withArguments(value.entry(rest), formals, right.range);
  const known = new Set(positions);
  if (formals.length > 0) known.add(SAMPLE_AT_HAND);
  for (const name of free.keys()) {
    if (known.has(name)) continue;
    const what = name === SAMPLE_AT_HAND ? 'the sample at hand' : `the index ${name}`;
    throw new ExpressionError(
      'undefined',
      `the right side depends on ${what}, the left doesn't`,
      right.range,
    );
  }
  if (mentions(body, symbol.denotes, table, new Set())) {
    throw new ExpressionError(
      'cycle',
      `${left.symbol} is defined by itself`,
      span(left.range, right.range),
    );
  }
  const hand = positions.includes(SAMPLE_AT_HAND) ? undefined : free.get(SAMPLE_AT_HAND);
  const atHand = hand && speaksOfHand(body) ? hand : null;
  return { symbol: symbol.denotes, positions, body, atHand };
}

/** A symbol that stands for an argument, with the number of indices it takes. */
interface Formal {
  readonly symbol: string;
  readonly axes: number;
}

/** The symbols that stand for a function's arguments in its definition. */
function formalsOf(
  left: Expression & { kind: 'apply' },
  symbol: SymbolDeclaration,
  table: SymbolTable,
): Formal[] {
  const formals = symbol.parameters.map((shape, k): Formal => {
    const argument = left.arguments[k];
    if (!argument) throw new Error('the parser counts arguments');
    if (argument.kind !== 'entry' || argument.at.some((index) => index !== null)) {
      throw new ExpressionError(
        'unsupported',
        'a definition needs plain symbols for arguments',
        argument.range,
      );
    }
    const slots = table.symbols.get(argument.symbol)?.slots ?? [];
    const own = slots.filter((slot) => !isAtHand(slot, true)).map(({ size }) => size);
    if (shape && !sameShape(own, shape)) throw mismatch('take', shape, own, argument.range);
    return { symbol: argument.symbol, axes: own.length };
  });
  const names = formals.map((formal) => formal.symbol);
  if (new Set(names).size < names.length) {
    throw new ExpressionError('unsupported', 'one name for two arguments', left.range);
  }
  return formals;
}

/** `scalar` with entries of the formal symbols turned into arguments. */
function withArguments(scalar: Scalar, formals: readonly Formal[], range: Range): Scalar {
  if (formals.length === 0) return scalar;
  const go = (a: Scalar): Scalar => withArguments(a, formals, range);
  switch (scalar.op) {
    case 'entry': {
      const parameter = formals.findIndex(({ symbol }) => symbol === scalar.symbol);
      if (parameter < 0) return scalar;
      const at = scalar.at.filter((place) => !('index' in place && place.index === SAMPLE_AT_HAND));
      if (at.length !== formals[parameter]?.axes) {
        const message = `the argument ${scalar.symbol} at another sample`;
        throw new ExpressionError('unsupported', message, range);
      }
      return { op: 'argument', parameter, at };
    }
    case 'number':
    case 'size':
    case 'place':
    case 'indicator':
    case 'argument':
      return scalar;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return { op: scalar.op, a: go(scalar.a), b: go(scalar.b) };
    case 'choose':
      return { ...scalar, a: go(scalar.a), b: go(scalar.b) };
    case 'derivative':
      // What stands for the argument may contain the variable, and then this would mean another thing.
      throw new ExpressionError('unsupported', "a derivative in a function's definition", range);
    default:
      return { ...scalar, a: go(scalar.a) };
  }
}

/** Whether a body depends on the sample at hand by more than its arguments. */
function speaksOfHand(scalar: Scalar): boolean {
  const at = 'at' in scalar ? scalar.at : [];
  if (at.some((place) => 'index' in place && place.index === SAMPLE_AT_HAND)) return true;
  return ('a' in scalar && speaksOfHand(scalar.a)) || ('b' in scalar && speaksOfHand(scalar.b));
}

function mentions(scalar: Scalar, symbol: string, table: SymbolTable, seen: Set<string>): boolean {
  const named = placesIn(scalar).flatMap(labelsOf);
  if (scalar.op === 'entry') named.push(scalar.symbol);
  if (scalar.op === 'derivative' && scalar.symbol === symbol) return true;
  for (const name of named) {
    if (name === symbol) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    const definition = table.definitions.get(name);
    if (definition && mentions(definition.body, symbol, table, seen)) return true;
  }
  const parts = [...('a' in scalar ? [scalar.a] : []), ...('b' in scalar ? [scalar.b] : [])];
  return parts.some((part) => mentions(part, symbol, table, seen));
}
