import { asTex, atomsOf, type Atom } from './atoms.ts';
import { inOurWords, wordForm } from './words.ts';

type Name = Extract<Atom, { readonly name: string }>;

/** What a query asks for: terms that a result should have, and such that make one better. */
export interface QueryTerms {
  readonly asked: readonly string[];
  readonly welcome: readonly string[];
}

/**
 * The terms by which a formula is found, each once: `yhat`, `yhat_i`, `e^z_i`, the derivative `∂l∂z`, and pairs
 * of neighbours such as `yhat-t` and `wx`.
 */
export function mathTerms(tex: string): string[] {
  const atoms = atomsOf(asTex(tex), 'letters');
  const all = [...names(atoms).flatMap(allForms), ...derivatives(atoms).terms, ...pairs(atoms)];
  return [...new Set(all)];
}

/** The terms of what a reader typed: words, TeX, or letters and signs, in any mixture. */
export function queryTerms(query: string): QueryTerms {
  const tex = withDerivatives(withAccents(inOurWords(asTex(query).slice(0, 400))));
  const atoms = atomsOf(tex, 'words');
  const { terms, used } = derivatives(atoms);
  const rest = names(atoms).filter((atom) => !used.has(atom));
  return {
    asked: [...new Set([...terms, ...rest.flatMap(asked)])],
    welcome: [
      ...new Set([...pairs(atoms), ...rest.flatMap(({ name, sub }) => (sub ? [name] : []))]),
    ],
  };
}

/** `y hat` and `hat y` as words name the letter with its accent. */
function withAccents(query: string): string {
  return query
    .replace(/(?<![\p{L}\\])([a-z])[\s-]?(hat|tilde|bar)\b/gu, '\\$2{$1}')
    .replace(/(?<![\p{L}\\])(hat|tilde|bar) ([a-z])\b/gu, '\\$1{$2}');
}

/** `dL/dW` as partial derivatives. */
function withDerivatives(query: string): string {
  return query.replace(
    /(?<![\p{L}\\])d\s?([^\s/]{0,9})\s*\/\s*d\s?(?=\\|\p{L}(?!\p{L}))/gu,
    '\\partial $1 / \\partial ',
  );
}

function names(atoms: readonly Atom[]): Name[] {
  return atoms.filter((atom) => 'name' in atom);
}

/** A name alone, and with each of its scripts. */
function allForms({ name, sub, sup, word }: Name): string[] {
  const plain = word ? (wordForm(name) ?? []) : name;
  return [
    plain,
    sub === '' ? [] : `${name}_${sub}`,
    sup.map((one) => `${name}^${one}`),
    sup,
  ].flat();
}

/** The most exact form of a name that was asked for. */
function asked({ name, sub, sup, word }: Name): string[] {
  if (sub !== '') return [`${name}_${sub}`, ...sup.map((one) => `${name}^${one}`)];
  if (sup.length > 0) return sup.map((one) => `${name}^${one}`);
  const form = word ? wordForm(name) : name;
  return form === null || form === 'partial' ? [] : [form];
}

/** The derivatives in a formula, as `∂l∂z`, and the atoms that they are made of. */
function derivatives(atoms: readonly Atom[]): { terms: string[]; used: ReadonlySet<Atom> } {
  const terms: string[] = [];
  const used = new Set<Atom>();
  const named = (at: number): Name | null => {
    const atom = atoms[at];
    return atom && 'name' in atom ? atom : null;
  };
  const note = (of: Name | null, by: string, ...made: (Name | null)[]): void => {
    if (!of) return;
    terms.push(`∂${of.name}∂${by}`);
    for (const atom of [of, ...made]) if (atom) used.add(atom);
  };
  atoms.forEach((atom, k) => {
    if (!('name' in atom)) return;
    if (atom.name === 'nabla' && atom.sub !== '') note(named(k + 1), atom.sub, atom);
    if (atom.name !== 'partial') return;
    // ∂ L / ∂ z, or ∂ / ∂ z L with the operator in front.
    const slash = isSlash(atoms[k + 1]) ? k + 1 : isSlash(atoms[k + 2]) ? k + 2 : null;
    if (slash === null || named(slash + 1)?.name !== 'partial') return;
    const by = named(slash + 2);
    if (!by) return;
    const of = slash === k + 2 ? named(k + 1) : named(slash + 3);
    note(of, by.name, atom, named(slash + 1), by);
  });
  return { terms, used };
}

function isSlash(atom: Atom | undefined): boolean {
  return atom !== undefined && 'operator' in atom && atom.operator === '/';
}

/** Neighbours in a formula, with the operation between them; words make no pairs among themselves. */
function pairs(atoms: readonly Atom[]): string[] {
  return atoms.flatMap((atom, k): string[] => {
    const [next, after] = [atoms[k + 1], atoms[k + 2]];
    if (!('name' in atom) || !next) return [];
    if ('name' in next) return atom.word && next.word ? [] : [endOf(atom) + startOf(next)];
    return after && 'name' in after ? [endOf(atom) + next.operator + startOf(after)] : [];
  });
}

/** Of two letters typed together, `Wx`, the one beside an operation. */
function endOf({ name, word }: Name): string {
  return word && name.length === 2 ? name.slice(1) : name;
}

function startOf({ name, word }: Name): string {
  return word && name.length === 2 ? name.slice(0, 1) : name;
}
