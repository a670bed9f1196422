import { declarationsOf, readCss, rulesOf, splitOutside } from './readCss.ts';
import { readSelector, type Selector } from './selector.ts';

/** What decides a face: families in order of preference, `normal` or `italic`, and a weight. */
export interface FontChoice {
  readonly families: readonly string[];
  readonly style: string;
  readonly weight: number;
}

/** What declarations set: parts of a choice, or all of it as outside (`font: inherit`). */
export type FontSet = Partial<FontChoice> | 'inherit';

/** A rule that says something about faces. */
export interface FontRule {
  readonly selector: Selector;
  readonly sets: FontSet;
  /** Whether it holds only at some widths, on paper, and the like. */
  readonly conditional: boolean;
}

/** What a page shows before any rule. */
export const INITIAL: FontChoice = { families: ['serif'], style: 'normal', weight: 400 };

/** What browsers set by themselves. */
const BROWSER_RULES = `
  b, strong, th, h1, h2, h3, h4, h5, h6 { font-weight: bold }
  i, em, cite, var, dfn, address { font-style: italic }
  button, input, select, textarea { font: 400 13px sans-serif }
  code, kbd, samp, pre { font-family: monospace }`;

/**
 * The rules of `css` that set faces, in the order of the cascade: a later one wins. Custom
 * properties have the value of `:root`.
 */
export function fontRules(css: string): FontRule[] {
  const own = rulesOf(readCss(css));
  const variables = new Map(
    own
      .filter(({ selectors, conditional }) => selectors.includes(':root') && !conditional)
      .flatMap(({ body }) => declarationsOf(body))
      .filter(([name]) => name.startsWith('--')),
  );
  const rank = (rule: FontRule): number => rule.selector.specificity;
  const read = (rules: typeof own): FontRule[] =>
    rules
      .flatMap(({ selectors, body, conditional }): FontRule[] => {
        const sets = fontSet(body, variables);
        if (sets !== 'inherit' && Object.keys(sets).length === 0) return [];
        return selectors.map((source) => ({ selector: readSelector(source), sets, conditional }));
      })
      .filter(({ selector }) => selector.pseudoElement === null)
      .sort((a, b) => rank(a) - rank(b));
  return [...read(rulesOf(readCss(BROWSER_RULES))), ...read(own)];
}

/** What the declarations of a rule say about the face. */
export function fontSet(body: string, variables: ReadonlyMap<string, string>): FontSet {
  let sets: Partial<FontChoice> = {};
  for (const [name, source] of declarationsOf(body)) {
    const value = substitute(source, variables).replace(/\s*!important$/, '');
    if (name === 'font' && value === 'inherit') return 'inherit';
    if (value === 'inherit') continue;
    if (name === 'font-family') sets = { ...sets, families: familiesOf(value) };
    else if (name === 'font-style') sets = { ...sets, style: styleOf(value) };
    else if (name === 'font-weight') sets = { ...sets, weight: weightOf(value) };
    else if (name === 'font') sets = { ...sets, ...shorthand(value) };
  }
  return sets;
}

function substitute(value: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > 8) throw new Error(`a custom property refers to itself: ${value}`);
  return value.replace(/var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)/g, (whole, name: string) =>
    variables.has(name) ? substitute(variables.get(name) ?? '', variables, depth + 1) : whole,
  );
}

/** `[style | weight | …] size[/line-height] families`. */
function shorthand(value: string): Partial<FontChoice> {
  const size = /(?:^|\s)(?:[\d.]+(?:[a-z]+|%)|(?:var|calc|clamp|min|max)\([^)]*\)|(?:x+-)?(?:small|large)|medium|smaller|larger)(?:\s*\/\s*\S+)?\s+/i.exec(value); // prettier-ignore
  if (!size) throw new Error(`no size in the shorthand font: ${value}`);
  const before = value.slice(0, size.index).split(/\s+/);
  return {
    families: familiesOf(value.slice(size.index + size[0].length)),
    style: before.some((word) => styleOf(word) === 'italic') ? 'italic' : 'normal',
    weight: before.map(weightOf).find((weight) => weight !== 400) ?? 400,
  };
}

function familiesOf(value: string): string[] {
  return splitOutside(value, ',').map((family) => family.replace(/^["']|["']$/g, ''));
}

function styleOf(value: string): string {
  return /^(?:italic|oblique)/.test(value) ? 'italic' : 'normal';
}

/** A weight as a number; relative words as if around text of 400. */
export function weightOf(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  return /^bold(?:er)?$/.test(value) ? 700 : 400;
}
