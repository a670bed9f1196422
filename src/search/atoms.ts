import { ACCENTS, FACES, FOLDS, NAMES, OPERATORS, SIGNS, SILENT, TEXTS } from './commands.ts';

/** A part of a formula: a name with its scripts, or an operation. */
export type Atom =
  | { readonly operator: string }
  | {
      readonly name: string;
      /** The subscript as one word; empty where there is none. */
      readonly sub: string;
      /** The names in the superscript. */
      readonly sup: readonly string[];
      /** Whether it was written as a word, in letters. */
      readonly word: boolean;
    };

/** How runs of letters are read: as a product of letters in TeX, as a word where a reader types. */
export type Runs = 'letters' | 'words';

/** `text` with its accented letters, Greek letters and signs as TeX commands. */
export function asTex(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{L})\u0302/gu, '\\hat{$1}')
    .replace(/(\p{L})\u0303/gu, '\\tilde{$1}')
    .replace(/(\p{L})\u0304/gu, '\\bar{$1}')
    .replace(/\p{M}/gu, '')
    .replace(/[₀-₉ₐ-ₜᵢ-ᵪⱼ]+/gu, (low) => `_{${low.normalize('NFKD')}}`)
    .replace(/[⁰¹²³⁴-⁹ᵀ]+/gu, (high) => `^{${high.normalize('NFKD')}}`)
    .normalize('NFKD')
    .replace(/./gu, (sign) => SIGNS[sign] ?? sign);
}

/** The parts of a formula, in order; brackets and spaces are left out. What is not TeX is skipped. */
export function atomsOf(tex: string, runs: Runs): Atom[] {
  return new AtomReader(tex, runs).all();
}

class AtomReader {
  readonly #tex: string;
  readonly #runs: Runs;
  #at = 0;

  constructor(tex: string, runs: Runs) {
    this.#tex = tex;
    this.#runs = runs;
  }

  all(): Atom[] {
    const atoms: Atom[] = [];
    while (this.#at < this.#tex.length) atoms.push(...this.#group());
    return atoms;
  }

  /** What stands up to a closing brace, and past it. */
  #group(): Atom[] {
    const atoms: Atom[] = [];
    while (this.#at < this.#tex.length) {
      if (this.#take(/\}/y) !== null) return atoms;
      atoms.push(...this.#next());
    }
    return atoms;
  }

  #next(): Atom[] {
    if (this.#take(/\{/y) !== null) return this.#group();
    const command = this.#take(/\\[A-Za-z]+/y);
    if (command !== null) return this.#command(command.slice(1));
    const run = this.#take(this.#runs === 'words' ? /[\p{L}]+|\d+/uy : /\p{L}|\d+/uy);
    if (run !== null) return [this.#scripted(run, run.length > 1)];
    const operator = this.#take(/[-+=<>/|]/y);
    if (operator !== null) return [{ operator }];
    // A script of nothing, as behind a bracket, is read by itself.
    this.#at += 1;
    return [];
  }

  #command(name: string): Atom[] {
    if (SILENT.has(name)) return [];
    if (FACES.has(name)) return this.#withScripts(this.#argument());
    if (ACCENTS.has(name)) return this.#accented(name);
    if (TEXTS.has(name)) return this.#words();
    if (name === 'begin' || name === 'end') {
      this.#take(/\s*\{[^}]*\}/y);
      return [];
    }
    if (/^[dt]?frac$/.test(name))
      return [...this.#argument(), { operator: '/' }, ...this.#argument()];
    const operator = OPERATORS[name];
    if (operator !== undefined) return [{ operator }];
    const atom = this.#scripted(NAMES[name] ?? name, false);
    return [FOLDS.has(atom.name) ? { ...atom, sub: '', sup: [] } : atom];
  }

  #accented(accent: string): Atom[] {
    const [first] = this.#argument();
    const base = first && 'name' in first ? first.name : '';
    return [this.#scripted(base.toLowerCase() + accent, false)];
  }

  #words(): Atom[] {
    const inside = this.#take(/\s*\{[^}]*\}?/y) ?? '';
    const words = inside.match(/\p{L}{2,}/gu) ?? [];
    return words.map((word, k) =>
      k === words.length - 1 ? this.#scripted(word, true) : plainAtom(word, true),
    );
  }

  /** Some atoms, the last with the scripts that follow. */
  #withScripts(atoms: Atom[]): Atom[] {
    const last = atoms.at(-1);
    if (!last || !('name' in last) || last.sub !== '' || last.sup.length > 0) return atoms;
    return [...atoms.slice(0, -1), this.#scripted(last.name, last.word)];
  }

  /** The atom `name` with the scripts that follow. */
  #scripted(name: string, word: boolean): Extract<Atom, { name: string }> {
    let sub = '';
    let sup: string[] = [];
    for (;;) {
      const script = this.#take(/\s*[_^]/y)?.trim();
      if (script === undefined) return { name: name.toLowerCase(), sub, sup, word };
      const names = this.#argument().flatMap((atom) =>
        'name' in atom ? [atom.name + (atom.sub === '' ? '' : `_${atom.sub}`)] : [],
      );
      if (script === '_') sub = names.join('');
      else sup = names.map((one) => (one === 't' && names.length === 1 ? 'transpose' : one));
    }
  }

  /** The group, command or single sign that follows. */
  #argument(): Atom[] {
    this.#take(/\s+/y);
    if (this.#take(/\{/y) !== null) return this.#group();
    const command = this.#take(/\\[A-Za-z]+/y);
    if (command !== null) return this.#command(command.slice(1));
    const run = this.#take(this.#runs === 'words' ? /\p{L}+|\d+/uy : /[\p{L}\d]/uy);
    return run === null ? [] : [plainAtom(run, run.length > 1)];
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#tex)?.[0];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }
}

function plainAtom(name: string, word: boolean): Atom {
  return { name: name.toLowerCase(), sub: '', sup: [], word };
}
