import { tokenize, type Token } from './lexer.ts';

/** How two neighbours of a chain are related. */
export type Relation = '=' | '≠' | '<' | '≤' | '>' | '≥' | '≈' | ':=' | '∈';

/** The relation each token stands for; `:=` is two tokens. */
export const RELATIONS: Readonly<Record<string, Relation>> = {
  '=': '=',
  '\\ne': '≠',
  '\\neq': '≠',
  '<': '<',
  '\\lt': '<',
  '\\le': '≤',
  '\\leq': '≤',
  '>': '>',
  '\\gt': '>',
  '\\ge': '≥',
  '\\geq': '≥',
  '\\approx': '≈',
  '\\in': '∈',
};

/** Commands that relate two sides but that no checker here can judge: they must not slip through. */
const FOREIGN = words(`
  equiv sim nsim backsim thicksim simeq eqsim cong ncong approxeq thickapprox doteq doteqdot asymp propto varpropto
  to gets rightarrow leftarrow leftrightarrow longrightarrow longleftarrow longleftrightarrow xrightarrow
  Rightarrow Leftarrow Leftrightarrow Longrightarrow Longleftarrow Longleftrightarrow implies impliedby iff
  mapsto longmapsto leadsto hookrightarrow coloneqq coloneq Coloneqq eqqcolon eqcolon colonequals
  subset subseteq subsetneq supset supseteq supsetneq nsubseteq nsupseteq sqsubseteq notin ni owns isin
  ll gg lll ggg leqq geqq leqslant geqslant lneq gneq lneqq gneqq nleq ngeq nless ngtr nleqslant ngeqslant
  lesssim gtrsim lessapprox gtrapprox lessgtr gtrless prec preceq succ succeq preccurlyeq succcurlyeq
  precsim succsim triangleq circeq eqcirc bumpeq Bumpeq risingdotseq fallingdotseq models vdash dashv Vdash
  perp parallel nparallel bowtie between pitchfork not stackrel overset underset mathrel therefore because
`);

/** Commands that could make or hide a relation: a formula with one is read as a claim, and refused. */
const HIDING = words(`
  char def gdef edef xdef let futurelet global newcommand renewcommand providecommand htmlClass htmlId
  htmlStyle htmlData href url includegraphics verb mathchoice hbox mbox textbf textit texttt textsf
`);

/**
 * Whether a formula relates two sides, anywhere but in a subscript, where a sum's bounds stand, or in
 * brackets behind a name, where an event may stand, as in P(Y = k).
 */
export function hasRelation(source: string): boolean {
  /** The groups around the token, with whether relations in them are bounds or events. */
  const groups: boolean[] = [];
  let last: Token | null = null;
  for (const token of tokenize(source)) {
    const { kind, text } = token;
    if (kind === 'text') {
      if (/[=<>≤≥≠≈]/.test(text)) return true;
    } else if (text === '{') groups.push(last?.text === '_');
    else if (text === '(' || text === '[') {
      groups.push(last !== null && (last.kind === 'letter' || last.text === '}'));
    } else if (text === '}' || text === ')' || text === ']') groups.pop();
    else if (HIDING.has(text)) return true;
    else if (!groups.includes(true) && (Object.hasOwn(RELATIONS, text) || FOREIGN.has(text)))
      return true;
    last = token;
  }
  return false;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).flatMap((word) => (word === '' ? [] : [`\\${word}`])));
}
