import { sameShape, sameSize } from '../expression/size.ts';
import type { SymbolDeclaration, SymbolTable } from '../expression/symbols.ts';
import type { Expression, Index, IndexCondition, Range, Variable } from '../expression/tree.ts';
import { fitSlots } from './slots.ts';

/** Why a formula can't be said in another notation, as a clause for the reader. */
export class Inexpressible extends Error {}

/** How symbols and letters become another notation's. */
export interface Renaming {
  readonly from: SymbolTable;
  readonly to: SymbolTable;
  readonly letters: ReadonlyMap<string, string>;
  /** Names that the formula binds itself, by their local name there and here. */
  readonly local: ReadonlyMap<string, string>;
  /** How a function of the target is written with its arguments. */
  readonly calls: ReadonlyMap<string, Call>;
  /** How a function of the source is written with its arguments. */
  readonly ownCalls: ReadonlyMap<string, Call>;
}

/** A function with the arguments that a notation gives it. */
export type Call = Expression & { readonly kind: 'apply' };

/** The quantity that a symbol denotes, itself or through the symbol that it stands for. */
export function quantityOf(name: string, table: SymbolTable): string | null {
  const symbol = table.symbols.get(name);
  if (!symbol || symbol.quantity !== null || symbol.denotes === name)
    return symbol?.quantity ?? null;
  return table.symbols.get(symbol.denotes)?.quantity ?? null;
}

/** The same formula with the names of another notation. Throws {@link Inexpressible}. */
export function renamed(e: Expression, renaming: Renaming): Expression {
  const go = (of: Expression): Expression => renamed(of, renaming);
  const place = (index: Index): Index => renamedIndex(index, renaming);
  const conditions = (all: readonly IndexCondition[]): IndexCondition[] =>
    renamedConditions(all, renaming);
  switch (e.kind) {
    case 'number':
    case 'size':
    case 'constant vector':
    case 'identity':
      return e;
    case 'entry':
      return renamedSymbol(e, renaming);
    case 'apply':
      return renamedSymbol(e, renaming);
    case 'component':
      return { ...e, of: go(e.of), at: e.at.map(place) };
    case 'elementary':
    case 'negate':
    case 'norm':
    case 'diagonal':
    case 'vec':
    case 'trace':
      return { ...e, of: go(e.of) };
    case 'transpose':
      return transposed(go(e.of), e.range);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return { ...e, left: go(e.left), right: go(e.right) };
    case 'fold':
      return {
        ...e,
        index: renamedLetter(e.index, renaming),
        to: e.to && place(e.to),
        where: conditions(e.where),
        body: go(e.body),
      };
    case 'among':
      return {
        ...e,
        index: e.index === null ? null : renamedLetter(e.index, renaming),
        to: e.to && place(e.to),
        list: e.list.map((of) => of && go(of)),
      };
    case 'indicator':
      return { ...e, conditions: conditions(e.conditions) };
    case 'cases':
      return {
        ...e,
        branches: e.branches.map(({ value, where }) => ({
          value: go(value),
          where: where && conditions(where),
        })),
      };
    case 'matrix':
      return {
        ...e,
        rows: e.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && go(cell)) })),
        marked: e.marked && place(e.marked),
      };
    case 'derivative':
      return renamedDerivative(e, renaming);
  }
}

/** A prime stands for a derivative only where the other notation has it for the same variable. */
function renamedDerivative(
  e: Expression & { readonly kind: 'derivative' },
  renaming: Renaming,
): Expression {
  const by = renamedVariable(e.by, renaming);
  const written = e.written === 'prime' && by.symbol !== renaming.to.prime ? 'fraction' : e.written;
  return { ...e, written, of: renamed(e.of, renaming), by };
}

/** Conditions with the other notation's letters. */
export function renamedConditions(
  all: readonly IndexCondition[],
  renaming: Renaming,
): IndexCondition[] {
  return all.map(({ comparison, left, right }) => ({
    comparison,
    left: renamedIndex(left, renaming),
    right: renamedIndex(right, renaming),
  }));
}

/** The letter that an index letter becomes. */
export function renamedLetter(letter: string, { letters }: Renaming): string {
  const found = letters.get(letter);
  if (found === undefined) throw new Inexpressible(`there is no index letter left for ${letter}`);
  return found;
}

function renamedIndex(index: Index, renaming: Renaming): Index {
  switch (index.kind) {
    case 'letter':
      return { ...index, name: renamedLetter(index.name, renaming) };
    case 'literal':
    case 'last':
      return index;
    case 'label': {
      const { kind: _, range, ...label } = index;
      const found = renamedSymbol({ kind: 'entry', ...label, range }, renaming);
      if (found.kind !== 'entry') throw new Inexpressible('a label is written otherwise there');
      return { ...found, kind: 'label' };
    }
  }
}

function renamedVariable(by: Variable, renaming: Renaming): Variable {
  const { stacked, ...variable } = by;
  const found = renamedSymbol(variable, renaming);
  if (found.kind === 'entry') return stacked ? { ...found, stacked } : found;
  throw new Inexpressible(
    `there is no derivative by ${phraseOf(by.symbol, renaming.from)} in that form there`,
  );
}

function phraseOf(symbol: string, table: SymbolTable): string {
  return table.symbols.get(symbol)?.phrase ?? symbol;
}

type Written = Expression & { readonly kind: 'entry' | 'apply' };

function renamedSymbol(e: Written, renaming: Renaming): Expression {
  const local = renaming.local.get(e.symbol);
  if (local !== undefined && e.kind === 'entry')
    return { ...e, symbol: local, at: e.at.map((index) => index && renamedIndex(index, renaming)) };
  const { from, to } = renaming;
  const symbol = from.symbols.get(e.symbol);
  const quantity = quantityOf(e.symbol, from);
  if (!symbol || quantity === null)
    throw new Inexpressible(`${phraseOf(e.symbol, from)} is this document’s own`);
  const candidates = [...new Set(to.symbols.values())].filter(
    ({ name }) => quantityOf(name, to) === quantity && !name.endsWith('∀'),
  );
  if (candidates.length === 0)
    throw new Inexpressible(`there is no sign for ${phraseOf(e.symbol, from)}`);
  const at = e.at.map((index) => index && renamedIndex(index, renaming));
  const tried = candidates.flatMap((candidate) => {
    const written = writtenAs(e, at, symbol, candidate, renaming);
    return written ? [{ written, likeness: likeness(symbol, candidate) }] : [];
  });
  const [best] = tried.sort((a, b) => b.likeness - a.likeness);
  if (!best) throw new Inexpressible(misfit(symbol, at, candidates));
  return best.written;
}

/** Alike are a symbol of the same kind, and one whose indices stand in the same places. */
function likeness(from: SymbolDeclaration, to: SymbolDeclaration): number {
  const places = to.slots.every((slot, k) => from.slots[k]?.place === slot.place);
  return (from.kind === to.kind ? 2 : 0) + (places ? 1 : 0);
}

/** Why no symbol for the same quantity fits. */
function misfit(
  from: SymbolDeclaration,
  at: readonly (Index | null)[],
  candidates: readonly SymbolDeclaration[],
): string {
  const hasBias = ({ slots }: SymbolDeclaration): boolean =>
    slots.some(({ size }) => size.plus !== 0);
  if (candidates.some(hasBias) !== hasBias(from)) {
    const where = hasBias(from) ? 'here' : 'there';
    return `${from.phrase} contain${from.phrase.endsWith('s') ? '' : 's'} the bias ${where}`;
  }
  const lost = from.slots.find(
    ({ size }, k) =>
      at[k] && candidates.every(({ slots }) => !slots.some((slot) => sameSize(slot.size, size))),
  );
  if (lost) return `${from.phrase} has no index for one of the ${lost.size.of ?? 'places'} there`;
  return `${from.phrase} has other indices there`;
}

/** The symbol `e` as `to`, or null where it doesn't fit. */
function writtenAs(
  e: Written,
  at: readonly (Index | null)[],
  from: SymbolDeclaration,
  to: SymbolDeclaration,
  renaming: Renaming,
): Expression | null {
  const fitted = fitSlots(from, at, to);
  if (!fitted) return null;
  const { range } = e;
  if (to.kind !== 'function') {
    if (fitted.left.length > 0) return null;
    if (e.kind === 'apply' && !isUsual(e, renaming)) return null;
    const entry = { kind: 'entry', symbol: to.name, at: fitted.at, range } as const;
    return fitted.turned ? transposed(entry, range) : entry;
  }
  if (e.kind === 'apply' && fitted.left.length === 0 && sameParameters(from, to)) {
    const values = e.arguments.map((value) => renamed(value, renaming));
    return { kind: 'apply', symbol: to.name, arguments: values, at: fitted.at, range };
  }
  if (e.kind === 'apply' && !isUsual(e, renaming)) return null;
  const call = renaming.calls.get(to.name);
  if (!call) return null;
  // The sample that an index names is the sample of each argument.
  const values = call.arguments.map((argument) => atSample(argument, fitted.left, renaming.to));
  if (values.some((value) => value === null)) return null;
  const given = values.filter((value) => value !== null);
  return { kind: 'apply', symbol: to.name, arguments: given, at: fitted.at, range };
}

function sameParameters(a: SymbolDeclaration, b: SymbolDeclaration): boolean {
  return (
    a.parameters.length === b.parameters.length &&
    a.parameters.every((shape, k) => {
      const other = b.parameters[k] ?? null;
      return shape === null || other === null ? shape === other : sameShape(shape, other);
    })
  );
}

/** Whether a function has just the arguments that its notation always gives it. */
function isUsual(e: Call, { from, ownCalls }: Renaming): boolean {
  const usual = ownCalls.get(e.symbol);
  return (
    usual?.arguments.every((argument, k) => {
      const given = e.arguments[k];
      return (
        argument.kind === 'entry' &&
        given?.kind === 'entry' &&
        given.at.every((index) => index === null) &&
        (given.symbol === argument.symbol ||
          (quantityOf(given.symbol, from) ?? 1) === quantityOf(argument.symbol, from))
      );
    }) ?? false
  );
}

/** An argument at the samples that indices name; null where it has no slot for one. */
function atSample(
  argument: Expression,
  left: readonly {
    readonly slot: { readonly size: { readonly of: string | null; readonly plus: number } };
    readonly index: Index;
  }[],
  table: SymbolTable,
): Expression | null {
  if (left.length === 0) return argument;
  if (argument.kind !== 'entry') return null;
  const slots = table.symbols.get(argument.symbol)?.slots ?? [];
  const at = slots.map(
    ({ size, omitted }, k) =>
      argument.at[k] ??
      (omitted === 'open'
        ? null
        : (left.find(({ slot }) => sameSize(slot.size, size))?.index ?? null)),
  );
  const placed = at.filter((index) => index !== null).length;
  return placed === left.length ? { ...argument, at } : null;
}

/** The transpose, where a transpose of a transpose is what it was. */
function transposed(of: Expression, range: Range): Expression {
  return of.kind === 'transpose' ? of.of : { kind: 'transpose', of, range };
}
