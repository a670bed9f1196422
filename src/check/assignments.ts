import type { FreeIndex } from './program.ts';

/** What sets letters and knows how long axes are. */
interface Letters {
  size(size: FreeIndex['size']): number;
  setLetter(name: string, value: number): void;
}

/**
 * All values of some free letters, counted from 1, each set on the machine while it is yielded. The
 * sample at hand is only `hand`: samples are drawn alike, so one stands for all.
 */
export function* assignments(
  free: readonly FreeIndex[],
  machine: Letters,
  hand = 1,
): Generator<Readonly<Record<string, number>>> {
  const first = free.map(({ name }) => (name === '·' ? hand : 1));
  const lengths = free.map(({ name, size }) => (name === '·' ? hand : machine.size(size)));
  const at = [...first];
  if (lengths.some((length) => length < 1)) return;
  for (;;) {
    const indices: Record<string, number> = {};
    for (const [k, { name }] of free.entries()) {
      machine.setLetter(name, at[k] ?? 1);
      if (name !== '·') indices[name] = at[k] ?? 1;
    }
    yield indices;
    let k = free.length - 1;
    while (k >= 0 && at[k] === lengths[k]) {
      at[k] = first[k] ?? 1;
      k -= 1;
    }
    if (k < 0) return;
    at[k] = (at[k] ?? 1) + 1;
  }
}
