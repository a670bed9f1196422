import type { Fault } from './errors.ts';
import type { Lines } from './lines.ts';

/** What the `%` lines of a display say. */
export interface Pragmas {
  readonly id: string | null;
  /** Conditions in TeX. */
  readonly guard: Pragma | null;
  readonly defines: Pragma | null;
  readonly within: Pragma | null;
  readonly goal: Pragma | null;
  /** What an update descends. */
  readonly descends: Pragma | null;
  /** How names are read in this display alone. */
  readonly readings: readonly Pragma[];
  readonly unchecked: string | null;
  /** Our reasons for the steps, in order, for formulas that bring none of their own. */
  readonly reasons: readonly string[];
  /** Where the reasons stand. */
  readonly reasonsAt?: Pragma;
}

/** The value of a pragma, with its offset in the formula's source. */
export interface Pragma {
  readonly tex: string;
  readonly offset: number;
}

/** The keys that may follow a `%`, with their field. */
const KEYS: Readonly<Record<string, keyof Pragmas>> = {
  id: 'id',
  for: 'guard',
  defines: 'defines',
  within: 'within',
  goal: 'goal',
  descends: 'descends',
  read: 'readings',
  unchecked: 'unchecked',
  reasons: 'reasons',
};

/** The TeX of a display without its pragmas. */
export function withoutPragmas(tex: string): string {
  return tex.replace(/^[ \t]*%.*$/gm, '').trim();
}

/**
 * The pragmas of a display whose source starts at `offset` in the file, and the faults in them.
 * An unknown key is a fault: a misspelt pragma must not be silently a comment.
 */
export function readPragmas(
  source: string,
  offset: number,
  lines: Lines,
): { pragmas: Pragmas; faults: Fault[] } {
  const found: Partial<Record<keyof Pragmas, Pragma>> = {};
  const faults: Fault[] = [];
  const readings: Pragma[] = [];
  for (const match of source.matchAll(/^[ \t]*%[ \t]*(.*)$/gm)) {
    const text = match[1] ?? '';
    const start = match.index + match[0].length - text.length;
    const [, key = '', value = ''] = /^([a-z]+)\s*:\s*(.*?)\s*$/.exec(text) ?? [];
    const field = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    const fault = (code: string, message: string): void => {
      const hint = `the pragmas are ${Object.keys(KEYS).join(', ')}`;
      faults.push({
        code,
        message,
        hint,
        ...lines.range(offset + start, offset + start + text.length),
      });
    };
    if (!field) fault('pragma', `unknown pragma ${text || '%'}`);
    else if (value === '') fault('pragma', `pragma ${key} without a value`);
    else if (found[field]) fault('pragma', `a second pragma ${key}`);
    else {
      const pragma = { tex: value, offset: start + text.indexOf(value, key.length) };
      if (field === 'readings') readings.push(pragma);
      else found[field] = pragma;
    }
  }
  const pragmas: Pragmas = {
    id: found.id?.tex ?? null,
    guard: found.guard ?? null,
    defines: found.defines ?? null,
    within: found.within ?? null,
    goal: found.goal ?? null,
    descends: found.descends ?? null,
    readings,
    unchecked: found.unchecked?.tex ?? null,
    reasons: found.reasons?.tex.split('|').map((reason) => reason.trim()) ?? [],
    ...(found.reasons ? { reasonsAt: found.reasons } : {}),
  };
  if (pragmas.id !== null && !/^[a-z][a-z0-9-]*$/i.test(pragmas.id)) {
    const at = offset + (found.id?.offset ?? 0);
    faults.push({
      code: 'pragma',
      message: `id ${pragmas.id}`,
      hint: 'ids are letters, digits and hyphens',
      ...lines.range(at, at + pragmas.id.length),
    });
  }
  return { pragmas, faults };
}
