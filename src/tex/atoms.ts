import { tokenize, type Token } from './lexer.ts';

/** A part of a formula that is printed as one: a sign, a fraction, brackets or a matrix, with its scripts. */
export interface Atom {
  /** What it is, without its parts: two atoms of one head differ in their parts alone. */
  readonly head: string;
  readonly parts: readonly (readonly Atom[])[];
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** How many groups a command takes; the others take none. */
const TAKES: Readonly<Record<string, number>> = {
  '\\frac': 2,
  '\\dfrac': 2,
  '\\tfrac': 2,
  '\\underset': 2,
  '\\sqrt': 1,
  '\\operatorname': 1,
  '\\mathbf': 1,
  '\\boldsymbol': 1,
  '\\mathcal': 1,
  '\\mathrm': 1,
  '\\mathbb': 1,
  '\\hat': 1,
  '\\tilde': 1,
  '\\vec': 1,
};

/** What closes an atom that something opens. */
const CLOSES: Readonly<Record<string, string>> = {
  '{': '}',
  '\\left': '\\right',
  '\\begin': '\\end',
};

/** The atoms of a formula, in order. Throws the errors of {@link tokenize}. */
export function atomsOf(source: string): readonly Atom[] {
  const tokens = tokenize(source);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const sequence = (until: readonly string[]): Atom[] => {
    const atoms: Atom[] = [];
    for (let next = peek(); next && next.kind !== 'end'; next = peek()) {
      if (until.includes(next.text)) break;
      atoms.push(atom());
    }
    return atoms;
  };
  const base = (): Atom => {
    const first = tokens[at++] ?? { text: '', start: source.length, end: source.length };
    const close = CLOSES[first.text];
    if (close !== undefined) {
      // A bracket behind \left, the name of an environment behind \begin.
      const name = first.text === '{' ? '' : wholeName();
      const parts = [sequence(RANGE)];
      while (peek() && peek()?.text !== close && peek()?.kind !== 'end') {
        at += 1;
        parts.push(sequence(RANGE));
      }
      at += 1;
      if (first.text !== '{') wholeName();
      return { head: first.text + name, parts, start: first.start, end: lastEnd() };
    }
    const parts = Array.from({ length: TAKES[first.text] ?? 0 }, () => [base()]);
    return { head: first.text, parts, start: first.start, end: lastEnd() };
  };
  const RANGE = ['}', '\\right', '\\end', '&', '\\\\'];
  const lastEnd = (): number => tokens[at - 1]?.end ?? source.length;
  const wholeName = (): string => {
    if (peek()?.text !== '{') return tokens[at++]?.text ?? '';
    const start = peek()?.start ?? 0;
    while (peek() && peek()?.kind !== 'end' && tokens[at]?.text !== '}') at += 1;
    at += 1;
    return source.slice(start, lastEnd());
  };
  const atom = (): Atom => {
    const own = base();
    const scripts: Atom[] = [];
    for (let sign = peek()?.text; sign === '_' || sign === '^'; sign = peek()?.text) {
      at += 1;
      const script = base();
      scripts.push({ ...script, head: sign + script.head });
    }
    if (scripts.length === 0) return own;
    const head = scripts.map(({ head: sign }) => sign[0]).join('');
    return { head: `scripts ${head}`, parts: [[own], scripts], start: own.start, end: lastEnd() };
  };
  return sequence([]);
}
