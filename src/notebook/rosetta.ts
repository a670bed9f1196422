import { showShape, type Size } from '../expression/size.ts';
import type { SymbolDeclaration, SymbolTable } from '../expression/symbols.ts';
import type { Index } from '../expression/tree.ts';
import { printExpression } from '../tex/print.ts';
import { printEntry, printName } from '../tex/printNames.ts';
import { freeLetters, habitsOf } from './letters.ts';
import type { Notation } from './notation.ts';
import { quantityOf } from './translate.ts';

/** A quantity and how each notation writes it. */
export interface RosettaRow {
  readonly name: string;
  readonly phrase: string;
  /** Its shape in words; null for a number of things, such as classes. */
  readonly shape: string | null;
  /** In the order of the notations; no entry where a notation has no sign for it. */
  readonly signs: readonly (readonly WrittenSign[])[];
}

/** A quantity's sign: with its indices, and bare. */
export interface WrittenSign {
  readonly tex: string;
  readonly sign: string;
}

/** A sign that means different things in different notations. */
export interface Clash {
  readonly sign: string;
  readonly meanings: readonly { readonly meaning: string; readonly notations: readonly string[] }[];
}

/** The anchor of the row of the quantity `name`. */
export function quantityAnchor(name: string): string {
  return `quantity-${name.replace(/\W+/g, '-')}`;
}

/**
 * The quantities of all notations, the sizes first, in the order in which notations declare them. Without
 * `samples`, the index of the sample at hand is left out of their signs, as on a page about one sample.
 */
export function rosettaRows(notations: readonly Notation[], samples = true): RosettaRow[] {
  const tables = notations.map(({ table }) => table);
  const classes = new Set(tables.flatMap(({ sizes }) => [...sizes.values()]));
  const counts = [...classes].map((of): RosettaRow => ({
    name: `number of ${of}`,
    phrase: `how many ${of} there are`,
    shape: null,
    signs: tables.map(({ sizes }) =>
      [...sizes].flatMap(([letter, at]) => (at === of ? [{ tex: letter, sign: letter }] : [])),
    ),
  }));
  const declared = tables.flatMap((table) => symbolsOf(table).map((symbol) => ({ symbol, table })));
  const quantities = new Set(
    declared.flatMap(({ symbol, table }) => quantityOf(symbol.name, table) ?? []),
  );
  const rows = [...quantities].map((quantity): RosettaRow => {
    const own = ({ symbol, table }: (typeof declared)[number]): boolean =>
      quantityOf(symbol.name, table) === quantity;
    const first = declared.find(own)?.symbol;
    return {
      name: quantity,
      phrase: first?.phrase ?? '',
      shape: first ? shapeOf(first) : null,
      signs: notations.map((notation) =>
        symbolsOf(notation.table)
          .filter((symbol) => own({ symbol, table: notation.table }))
          .map((symbol) => ({
            tex: generic(symbol, notation, samples),
            sign: printName(symbol.name),
          })),
      ),
    };
  });
  return [...counts, ...rows];
}

function symbolsOf({ symbols }: SymbolTable): SymbolDeclaration[] {
  return [...new Set(symbols.values())];
}

function shapeOf({ slots, labels }: SymbolDeclaration): string {
  if (labels) return 'a label';
  return showShape(slots.filter(({ omitted }) => omitted !== 'hand').map(({ size }) => size));
}

/** A symbol as a notation writes it, with its indices: `z_c^{(s)}` or `\sigma(z)_i`. */
function generic(symbol: SymbolDeclaration, { table, calls }: Notation, samples: boolean): string {
  const at = genericIndices(
    symbol.slots.map(({ size }) => size),
    table,
  );
  const call = calls.get(symbol.name);
  if (call) return printExpression({ ...call, at }, table);
  if (symbol.kind === 'function') return printName(symbol.name);
  const isWritten = (k: number): boolean => samples || symbol.slots[k]?.omitted !== 'hand';
  return printEntry(
    symbol.name,
    at.map((index, k) => (isWritten(k) ? index : null)),
    table,
  );
}

const AT = { start: 0, end: 0 };

/** A letter for each slot, by the notation's habit; no two the same. */
function genericIndices(sizes: readonly Size[], table: SymbolTable): Index[] {
  const habits = habitsOf(table);
  const left = new Set(freeLetters(table, new Set()));
  return sizes.map(({ of }): Index => {
    const usual = [...left].find((letter) => habits.get(letter) === of);
    const name = usual ?? [...left].find((letter) => !habits.has(letter)) ?? [...left][0] ?? 'i';
    left.delete(name);
    return { kind: 'letter', name, range: AT };
  });
}

/** The signs that mean different things in two notations, those with the most meanings first. */
export function clashesIn(notations: readonly Notation[]): Clash[] {
  const found = new Map<string, Map<string, string[]>>();
  for (const { name, table } of notations) {
    for (const [sign, meaning] of meaningsIn(table)) {
      const meanings = found.get(sign) ?? new Map<string, string[]>();
      meanings.set(meaning, [...(meanings.get(meaning) ?? []), name]);
      found.set(sign, meanings);
    }
  }
  return [...found]
    .filter(([, meanings]) => meanings.size > 1 && differsAcross(meanings))
    .map(([sign, meanings]) => ({
      sign,
      meanings: [...meanings].map(([meaning, of]) => ({ meaning, notations: [...new Set(of)] })),
    }))
    .sort((a, b) => b.meanings.length - a.meanings.length);
}

/** Whether two meanings are of two notations: what one notation means by two is its own affair. */
function differsAcross(meanings: ReadonlyMap<string, readonly string[]>): boolean {
  const all = [...meanings.values()];
  return new Set(all.map((names) => [...new Set(names)].sort().join())).size > 1;
}

/** What each sign of a notation means; an index only where the letter is nothing else. */
function* meaningsIn(table: SymbolTable): Generator<[string, string]> {
  for (const [letter, of] of table.sizes) yield [letter, `the number of ${of}`];
  for (const symbol of symbolsOf(table)) {
    const meaning = quantityOf(symbol.name, table) ?? symbol.phrase;
    if (/^(?:\\text|\\operatorname) /.test(symbol.name)) continue;
    yield [printName(symbol.name), meaning];
    for (const { place, size } of symbol.slots)
      if (place === 'superscript') yield ['{}^{(i)}', `the index of one of the ${size.of}`];
  }
  for (const letter of freeLetters(table, new Set())) yield [letter, 'an index'];
}
