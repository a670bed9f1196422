import { Dependences } from '../check/dependences.ts';
import { derivativeFault } from '../check/derivatives.ts';
import { OutOfWork } from '../check/outOfWork.ts';
import { PointFunction } from '../check/pointFunction.ts';
import type { FreeIndex } from '../check/program.ts';
import { readerPoint, type ReaderNumbers } from '../check/readerPoint.ts';
import type { SourceError } from '../check/verdict.ts';
import { ExpressionError } from '../expression/errors.ts';
import { Lowering } from '../expression/lower.ts';
import { SAMPLE_AT_HAND } from '../expression/places.ts';
import type { Scalar } from '../expression/scalar.ts';
import { sameSize, shapesFit, showShape, sizeIn, type Shape } from '../expression/size.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Tensor } from '../expression/tensor.ts';
import type { Range } from '../expression/tree.ts';
import { parseDisplay } from '../tex/display.ts';
import { TexError } from '../tex/errors.ts';
import { bindLocally } from './bindLocally.ts';
import type { Names } from './packedNotation.ts';
import { programOf } from './programs.ts';
import { sourceError } from './sourceError.ts';

/** How many terms of sums one value of a reader's function may take. */
const MOST_TERMS = 600;

/** What a reader's formulas are read by. */
export interface ReaderContext {
  /** The symbol that the function is one of. */
  readonly by: 'z' | 'W' | 'b';
  /** The site's own notation. */
  readonly names: Names;
  readonly numbers: ReaderNumbers;
}

/** A reader's formula, or what is wrong with it and where. */
export type Read<T> = { readonly read: T } | { readonly error: SourceError };

/** A function of the entries of one symbol. */
export interface ReaderFunction {
  readonly f: PointFunction;
  /** The symbol's values at the reader's numbers, row by row. */
  readonly point: readonly number[];
  readonly rows: number;
  readonly columns: number;
}

/** Reads `tex` as a function of the context's symbol. */
export function readFunction(tex: string, context: ReaderContext): Read<ReaderFunction> {
  return attempt(tex, () => {
    const formula = lowered(tex, context);
    const { tensor, free, range } = formula;
    if (tensor.shape.length > 0 || free.length > 0)
      throw wrongShape('a function to differentiate is a number', formula);
    const { f, sizes, values } = compiled(tensor.entry([]), formula, context);
    const [rows = 0, columns = 1] = formula.shape.map((size) => sizeIn(size, sizes));
    const point = [...(values[context.by] ?? [])].slice(0, rows * columns);
    withinWork(() => f.entries(point, []), range);
    return { f, point, rows, columns };
  });
}

/**
 * Reads `tex` as the gradient of a function of the context's symbol: its entries at `x`, row by row. It
 * has the symbol's shape, or is an entry with one free index for each of its axes.
 */
export function readGradient(
  tex: string,
  context: ReaderContext,
  x: readonly number[],
): Read<readonly number[]> {
  return attempt(tex, () => {
    const formula = lowered(tex, context);
    const { tensor, free, shape, range } = formula;
    let letters: readonly FreeIndex[] = shape.map((size, axis) => ({ name: `axis ${axis}`, size }));
    const whole = free.length === 0 && shapesFit(tensor.shape, shape);
    if (!whole) {
      // Of the two axes of W no one is as long as the other in every model.
      const found = shape.flatMap((size) => free.filter((letter) => sameSize(letter.size, size)));
      if (tensor.shape.length > 0 || found.length !== shape.length || free.length !== found.length)
        throw wrongShape(`a gradient in ${context.by} is ${showShape(shape)}, or an entry with ${shape.length === 1 ? 'one free index' : 'two free indices'}`, formula); // prettier-ignore
      letters = found;
    }
    const entry = tensor.entry(whole ? letters.map(({ name }) => ({ index: name })) : []);
    const { f } = compiled(entry, formula, context);
    return withinWork(() => f.entries(x, letters), range);
  });
}

/** A formula's tensor, its free letters, and the shape of the symbol that it depends on. */
interface Lowered {
  readonly tensor: Tensor;
  readonly free: readonly FreeIndex[];
  readonly shape: Shape;
  readonly table: SymbolTable;
  readonly range: Range;
}

function lowered(tex: string, context: ReaderContext): Lowered {
  const outer = tableOf(context);
  const { display, table } = parseDisplay(tex, outer, bindLocally);
  const [chain, second] = display.chains;
  const whole = { start: 0, end: tex.length };
  const { conditions, ranges, quantified } = display.sides;
  const [link] = chain?.links ?? [];
  if (!chain || second || link || conditions.length + ranges.length + quantified.length > 0) {
    const at = link ? { start: chain?.first.range.start ?? 0, end: link.relationRange.end } : whole;
    const hint = 'write the right side alone, without a relation or a condition';
    throw new TexError('unexpected', 'one formula expected', at, hint);
  }
  const { range } = chain.first;
  const lowering = new Lowering(table);
  const tensor = lowering.tensor(chain.first);
  const free = [...lowering.finish(range)]
    .filter(([name]) => name !== SAMPLE_AT_HAND)
    .map(([name, size]): FreeIndex => ({ name, size }));
  const slots = table.symbols.get(context.by)?.slots ?? [];
  const shape = slots.filter(({ omitted }) => omitted !== 'hand').map(({ size }) => size);
  return { tensor, free, shape, table, range };
}

/** Logits are free in a function of them; in one of W or b they are made of these. */
function tableOf({ by, names }: ReaderContext): SymbolTable {
  return by === 'z'
    ? names.table
    : names.conditional.reduce(
        (all, { definition }) => all.withDefinition(definition),
        names.table,
      );
}

function compiled(
  entry: Scalar,
  { table, range }: Lowered,
  { by, numbers }: ReaderContext,
): { f: PointFunction } & ReturnType<typeof readerPoint> {
  const builder = programOf(table);
  const node = builder.add(entry);
  const { program } = builder;
  const claim = { relation: '=', left: node, right: node, free: [], guard: [], oneHot: [], within: null } as const; // prettier-ignore
  const fault = derivativeFault(claim, program, new Dependences(program));
  if (fault !== null) throw new ExpressionError('independent', fault, range);
  const point = readerPoint(program, numbers);
  return { f: new PointFunction(program, node, by, point, MOST_TERMS), ...point };
}

function wrongShape(expected: string, { tensor, free, range }: Lowered): ExpressionError {
  const letters = free.map(({ name }) => name).join(', ');
  const depends = letters === '' ? '' : ` that depends on ${letters}`;
  const message = `${expected}; this is ${showShape(tensor.shape)}${depends}`;
  return new ExpressionError('shape', message, range);
}

function withinWork<T>(compute: () => T, range: Range): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    const hint = 'a value may have 600 terms: take fewer classes, or fewer sums inside each other';
    throw new TexError('too-long', error.message, range, hint);
  }
}

function attempt<T>(tex: string, read: () => T): Read<T> {
  try {
    if (tex.trim() === '') {
      const range = { start: 0, end: tex.length };
      throw new TexError('missing', 'a formula is missing', range, 'write one');
    }
    return { read: read() };
  } catch (error) {
    return { error: sourceError(error) };
  }
}
