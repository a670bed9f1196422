import type { Letters } from './letters.ts';

/** Values of a formula that depends on more letters than this are computed each time. */
const MAX_KEPT_LETTERS = 4;

/** `thunk`, with its values kept for the letters called `names` until `epoch` changes. */
export function keptBy<T>(
  letters: Letters,
  names: ReadonlySet<string>,
  epoch: () => number,
  thunk: () => T,
): () => T {
  if (names.size > MAX_KEPT_LETTERS) return thunk;
  const { at } = letters;
  const numbers = [...names].map((name) => letters.number(name));
  const values: T[] = [];
  const epochs: number[] = [];
  return () => {
    if (letters.radix ** numbers.length > Number.MAX_SAFE_INTEGER) return thunk();
    let key = 0;
    for (const letter of numbers) key = key * letters.radix + (at[letter] ?? 0);
    const now = epoch();
    let value = values[key];
    if (epochs[key] !== now || value === undefined) {
      value = values[key] = thunk();
      epochs[key] = now;
    }
    return value;
  };
}
