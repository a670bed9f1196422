import type { Fault } from './errors.ts';
import type { Lines } from './lines.ts';

/** What the `%` lines of a display say. */
export interface Pragmas {
  readonly id: string | null;
  /** Conditions in TeX, with their offset in the file. */
  readonly guard: { readonly tex: string; readonly offset: number } | null;
  readonly defines: { readonly tex: string; readonly offset: number } | null;
  readonly within: { readonly tex: string; readonly offset: number } | null;
  readonly goal: { readonly tex: string; readonly offset: number } | null;
  readonly unchecked: string | null;
  /** Our reasons for the steps, in order, for formulas that bring none of their own. */
  readonly reasons: readonly string[];
}

/** The keys that may follow a `%`, with their field. */
const KEYS: Readonly<Record<string, keyof Pragmas>> = {
  id: 'id',
  for: 'guard',
  defines: 'defines',
  within: 'within',
  goal: 'goal',
  unchecked: 'unchecked',
  reasons: 'reasons',
};

/**
 * The pragmas of a display whose source starts at `offset` in the file, and the faults in them.
 * An unknown key is a fault: a misspelt pragma must not be silently a comment.
 */
export function readPragmas(
  source: string,
  offset: number,
  lines: Lines,
): { pragmas: Pragmas; faults: Fault[] } {
  const found: Partial<Record<keyof Pragmas, { tex: string; offset: number }>> = {};
  const faults: Fault[] = [];
  for (const match of source.matchAll(/^[ \t]*%[ \t]*(.*)$/gm)) {
    const text = match[1] ?? '';
    const start = offset + match.index + match[0].length - text.length;
    const [, key = '', value = ''] = /^([a-z]+)\s*:\s*(.*?)\s*$/.exec(text) ?? [];
    const field = KEYS[key];
    const fault = (code: string, message: string): void => {
      const hint = `the pragmas are ${Object.keys(KEYS).join(', ')}`;
      faults.push({ code, message, hint, ...lines.range(start, start + text.length) });
    };
    if (!field) fault('pragma', `unknown pragma ${text || '%'}`);
    else if (value === '') fault('pragma', `pragma ${key} without a value`);
    else if (found[field]) fault('pragma', `a second pragma ${key}`);
    else found[field] = { tex: value, offset: start + text.indexOf(value, key.length) };
  }
  const pragmas: Pragmas = {
    id: found.id?.tex ?? null,
    guard: found.guard ?? null,
    defines: found.defines ?? null,
    within: found.within ?? null,
    goal: found.goal ?? null,
    unchecked: found.unchecked?.tex ?? null,
    reasons: found.reasons?.tex.split('|').map((reason) => reason.trim()) ?? [],
  };
  if (pragmas.id !== null && !/^[a-z][a-z0-9-]*$/i.test(pragmas.id)) {
    const at = found.id?.offset ?? offset;
    faults.push({
      code: 'pragma',
      message: `id ${pragmas.id}`,
      hint: 'ids are letters, digits and hyphens',
      ...lines.range(at, at + pragmas.id.length),
    });
  }
  return { pragmas, faults };
}
