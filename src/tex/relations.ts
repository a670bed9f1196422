import { tokenize } from './lexer.ts';

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
const FOREIGN = new Set([
  '\\equiv',
  '\\sim',
  '\\simeq',
  '\\propto',
  '\\to',
  '\\rightarrow',
  '\\Rightarrow',
  '\\implies',
  '\\iff',
  '\\mapsto',
  '\\coloneqq',
  '\\subset',
  '\\subseteq',
  '\\notin',
  '\\ll',
  '\\gg',
  '\\cong',
  '\\doteq',
]);

/** Whether a formula relates two sides, outside braces, brackets and scripts. */
export function hasRelation(source: string): boolean {
  let depth = 0;
  for (const token of tokenize(source)) {
    if (token.kind === 'text') continue;
    if ('{(['.includes(token.text) && token.text !== '') depth++;
    if ('})]'.includes(token.text) && token.text !== '') depth--;
    if (depth <= 0 && (token.text in RELATIONS || FOREIGN.has(token.text))) return true;
  }
  return false;
}
