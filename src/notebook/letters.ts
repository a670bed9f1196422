import { namedSize, type Size } from '../expression/size.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import { partsOf, type Expression, type Index, type IndexCondition } from '../expression/tree.ts';
import type { Display } from '../tex/display.ts';

/**
 * The index letters of a formula in order, each with the size class that it runs over, if it shows; those
 * of the part `but` are left aside.
 */
export function lettersOf(
  display: Display,
  guard: readonly IndexCondition[],
  table: SymbolTable,
  but?: Expression,
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const note = (index: Index | null, size: string | null): void => {
    if (index?.kind === 'letter') found.set(index.name, found.get(index.name) ?? size);
    if (index?.kind === 'label') noteAll(index.symbol, index.at);
  };
  const noteAll = (symbol: string, at: readonly (Index | null)[]): void => {
    const slots = table.symbols.get(symbol)?.slots ?? [];
    at.forEach((index, k) => note(index, slots[k]?.size.of ?? null));
  };
  const compare = (conditions: readonly IndexCondition[]): void => {
    for (const { left, right } of conditions) {
      note(left, sizeOf(right));
      note(right, sizeOf(left));
    }
  };
  const visit = (e: Expression): void => {
    if (e === but) return;
    if ('at' in e) {
      if ('symbol' in e) noteAll(e.symbol, e.at);
      else for (const index of e.at) note(index, null);
    }
    if (e.kind === 'indicator') compare(e.conditions);
    if (e.kind === 'matrix') note(e.marked, null);
    if (e.kind === 'cases') for (const { where } of e.branches) compare(where ?? []);
    if (e.kind === 'among' && e.index !== null)
      found.set(e.index, found.get(e.index) ?? (e.to ? sizeOf(e.to) : null));
    if (e.kind === 'fold') {
      const size = e.to ? sizeOf(e.to) : null;
      found.set(e.index, found.get(e.index) ?? size);
      note(e.to, null);
      compare(e.where);
    }
    for (const part of partsOf(e)) visit(part);
  };
  for (const { first, links, conditions } of display.chains) {
    compare(conditions);
    visit(first);
    for (const { right } of links) if ('kind' in right) visit(right);
  }
  for (const { letter, size } of display.sides.ranges) found.set(letter, size.of);
  compare(display.sides.conditions);
  compare(guard);
  return found;
}

/** The axis that each letter of a formula runs over, as far as some part of the formula shows it. */
export function axesOf(
  display: Display,
  guard: readonly IndexCondition[],
  table: SymbolTable,
): ReadonlyMap<string, Size> {
  // Where a notation counts features with and without the bias, a class of sizes is no one axis.
  const slots = [...table.symbols.values()].flatMap((symbol) => symbol.slots);
  const uneven = new Set(slots.flatMap(({ size }) => (size.plus === 0 ? [] : [size.of])));
  const axes = new Map<string, Size>();
  for (const [letter, of] of lettersOf(display, guard, table))
    if (of !== null && !uneven.has(of)) axes.set(letter, namedSize(of));
  return axes;
}

function sizeOf(index: Index): string | null {
  return index.kind === 'last' ? index.size.of : null;
}

/** The size class that each letter runs over in the definitions of a notation. */
export function habitsOf({ definitions, symbols }: SymbolTable): ReadonlyMap<string, string> {
  const habits = new Map<string, string>();
  for (const { symbol, positions } of definitions.values()) {
    positions.forEach((letter, k) => {
      const size = symbols.get(symbol)?.slots[k]?.size.of;
      if (size && /^[a-z]$/i.test(letter) && !habits.has(letter)) habits.set(letter, size);
    });
  }
  return habits;
}

/** Letters that a notation has for indices and for nothing else. */
export function freeLetters(table: SymbolTable, taken: ReadonlySet<string>): string[] {
  const symbols = new Set([...table.symbols.keys()].map((name) => name.replace(/[_∀]$/, '')));
  return [...table.indices].filter(
    (letter) => !symbols.has(letter) && !table.sizes.has(letter) && !taken.has(letter),
  );
}

/** Letters of one formula, each with the size class that it runs over, if it shows. */
export type Letters = ReadonlyMap<string, string | null>;

/**
 * Which letter of the target each letter of a document becomes: the same one in all formulas where
 * letters suffice for that. Letters that stand in one formula never become one.
 */
export class LetterPlan {
  readonly #habits: ReadonlyMap<string, string>;
  readonly #planned = new Map<string, string>();

  /** `formulas` are the document's, `free` the target's letters, `habits` what these run over. */
  constructor(
    formulas: readonly Letters[],
    free: readonly string[],
    habits: ReadonlyMap<string, string>,
  ) {
    this.#habits = habits;
    const keys = new Map<string, readonly [string, string | null]>();
    const together = new Map<string, Set<string>>();
    for (const letters of formulas) {
      const present = [...letters].map((entry) => keyOf(...entry));
      for (const entry of letters) {
        const key = keyOf(...entry);
        keys.set(key, entry);
        const others = together.get(key) ?? new Set();
        present.forEach((other) => others.add(other));
        together.set(key, others);
      }
    }
    const own = ([letter, size]: readonly [string, string | null]): boolean =>
      free.includes(letter) && !this.#isStrange(letter, size);
    const ordered = [...keys].sort(([, a], [, b]) => Number(own(b)) - Number(own(a)));
    for (const [key, [letter, size]] of ordered) {
      const taken = new Set(
        [...(together.get(key) ?? [])].map((other) => this.#planned.get(other)),
      );
      const choice = this.#preferred(letter, size, free).find((other) => !taken.has(other));
      if (choice !== undefined) this.#planned.set(key, choice);
    }
  }

  /** A letter of `free` for each letter of a formula, no two the same; null where they don't suffice. */
  for(letters: Letters, free: readonly string[]): ReadonlyMap<string, string> | null {
    const chosen = new Map<string, string>();
    const left = new Set(free);
    const take = (letter: string, choices: readonly (string | undefined)[]): void => {
      const choice = choices.find((other) => other !== undefined && left.has(other));
      if (choice === undefined || chosen.has(letter)) return;
      left.delete(choice);
      chosen.set(letter, choice);
    };
    for (const [letter, size] of letters) take(letter, [this.#planned.get(keyOf(letter, size))]);
    for (const [letter, size] of letters) take(letter, this.#preferred(letter, size, free));
    return chosen.size === letters.size ? chosen : null;
  }

  /** Whether the target has the letter run over something else. */
  #isStrange(letter: string, size: string | null): boolean {
    const habit = this.#habits.get(letter);
    return size !== null && habit !== undefined && habit !== size;
  }

  /** The letters that may stand for one, the best first: itself, usual ones, idle ones, the rest. */
  #preferred(letter: string, size: string | null, free: readonly string[]): string[] {
    const rank = (other: string): number => {
      if (other === letter && !this.#isStrange(letter, size)) return 0;
      const habit = this.#habits.get(other);
      if (habit === undefined) return 2;
      return habit === size ? 1 : 3;
    };
    return [...free].sort((a, b) => rank(a) - rank(b));
  }
}

function keyOf(letter: string, size: string | null): string {
  return `${letter} ${size ?? ''}`;
}
