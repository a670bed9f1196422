import { atomsOf, type Atom } from './atoms.ts';

/** What stands in one formula in place of what stands in another; either may be nothing. */
export interface Difference {
  readonly from: string;
  readonly to: string;
}

/** Where two formulas differ, as the smallest parts that can be printed by themselves; null if they are alike. */
export function differenceOf(from: string, to: string): Difference | null {
  const [a, b] = [atomsOf(from), atomsOf(to)];
  return between({ source: from, atoms: a }, { source: to, atoms: b });
}

interface Run {
  readonly source: string;
  readonly atoms: readonly Atom[];
}

function between(a: Run, b: Run): Difference | null {
  const shorter = Math.min(a.atoms.length, b.atoms.length);
  let start = 0;
  while (start < shorter && alike(a.atoms[start], b.atoms[start])) start += 1;
  let end = 0;
  while (end < shorter - start && alike(a.atoms.at(-1 - end), b.atoms.at(-1 - end))) end += 1;
  const [own, other] = [a, b].map(({ atoms }) => atoms.slice(start, atoms.length - end));
  if (!own || !other || own.length + other.length === 0) return null;
  const [first, second] = [own[0], other[0]];
  if (own.length === 1 && other.length === 1 && first && second) {
    const inner = within({ ...a, atoms: own }, { ...b, atoms: other });
    if (inner) return inner;
  }
  // A differential is printed with what it is of, a bracket with the one that it belongs to.
  if (a.atoms[start - 1]?.head === '\\partial') start -= 1;
  const runs = [a.atoms, b.atoms] as const;
  while (end > 0 && runs.some((atoms) => open(atoms, start, end) > 0)) end -= 1;
  while (start > 0 && runs.some((atoms) => open(atoms, start, end) < 0)) start -= 1;
  return { from: printed(a, start, end), to: printed(b, start, end) };
}

/** How many more brackets are opened than closed. */
function open(atoms: readonly Atom[], start: number, end: number): number {
  return atoms
    .slice(start, atoms.length - end)
    .map(({ head, parts }) => (head.startsWith('scripts') ? parts[0]?.[0]?.head : head))
    .reduce(
      (sum, head) =>
        sum + (head === '(' || head === '[' ? 1 : head === ')' || head === ']' ? -1 : 0),
      0,
    );
}

/** The difference in the one part in which two atoms of one head differ; null where there is no such part. */
function within(a: Run, b: Run): Difference | null {
  const [own, other] = [a.atoms[0], b.atoms[0]];
  if (own?.head !== other?.head || own?.parts.length !== other?.parts.length) return null;
  if (!own || !other || own.head.startsWith('scripts')) return null;
  const differing = own.parts.flatMap((part, k) =>
    same(part, other.parts[k] ?? []) ? [] : [[part, other.parts[k] ?? []] as const],
  );
  const [only] = differing;
  if (!only || differing.length > 1) return null;
  return between({ ...a, atoms: only[0] }, { ...b, atoms: only[1] });
}

function printed({ source, atoms }: Run, from: number, behind: number): string {
  const [first, last] = [atoms[from], atoms.at(-1 - behind)];
  return first && last ? source.slice(first.start, Math.max(first.start, last.end)) : '';
}

function alike(a: Atom | undefined, b: Atom | undefined): boolean {
  if (!a || !b) return false;
  return (
    a.head === b.head &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, k) => same(part, b.parts[k] ?? []))
  );
}

function same(a: readonly Atom[], b: readonly Atom[]): boolean {
  return a.length === b.length && a.every((atom, k) => alike(atom, b[k]));
}
