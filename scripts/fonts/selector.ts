import type { PageElement } from './readHtml.ts';

/** What a selector says about one element. */
interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string | null])[];
  /** Whether more is asked than a still page tells, such as `:hover` or `:first-child`. */
  readonly uncertain: boolean;
}

/** A selector, read from right to left. */
export interface Selector {
  readonly subject: Compound;
  readonly outer: readonly { readonly combinator: string; readonly compound: Compound }[];
  readonly specificity: number;
  /** `::before` and the like, or null. */
  readonly pseudoElement: string | null;
}

/** Whether an element matches, as far as a still page tells. */
export type Match = 'yes' | 'maybe' | 'no';

/** Reads one selector, without commas. */
export function readSelector(source: string): Selector {
  const pseudoElement = /::[\w-]+$|:(?:before|after)$/.exec(source)?.[0] ?? null;
  const text = pseudoElement ? source.slice(0, -pseudoElement.length) : source;
  const parts = text.match(/[>+~]|(?:\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|[^\s[(>+~])+/g) ?? ['*'];
  const compounds: Compound[] = [];
  const combinators: string[] = [];
  let pending = ' ';
  for (const part of parts) {
    if (/^[>+~]$/.test(part)) {
      pending = part;
      continue;
    }
    if (compounds.length > 0) combinators.push(pending);
    compounds.push(readCompound(part));
    pending = ' ';
  }
  const subject = compounds.at(-1) ?? readCompound('*');
  const outer = combinators
    .map((combinator, k) => ({ combinator, compound: compounds[k] ?? subject }))
    .reverse();
  return { subject, outer, specificity: specificityOf(text), pseudoElement };
}

function readCompound(source: string): Compound {
  const plain = source.replace(/\[[^\]]*\]/g, '');
  const bare = plain.replace(/:[\w-]+(\((?:[^()]|\([^()]*\))*\))?/g, '');
  const pseudos: readonly string[] = plain.match(/:[\w-]+/g) ?? [];
  return {
    tag: pseudos.includes(':root') ? 'html' : (/^[\w-]+/.exec(bare)?.[0].toLowerCase() ?? null),
    id: /#([\w-]+)/.exec(bare)?.[1] ?? null,
    classes: [...bare.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name),
    attributes: [...source.matchAll(/\[([\w-]+)(?:=["']?([^"'\]]*)["']?)?[^\]]*\]/g)].map(
      ([, name = '', value]) => [name, value ?? null] as const,
    ),
    uncertain: pseudos.some((pseudo) => pseudo !== ':root'),
  };
}

function specificityOf(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    10_000 * count(/#[\w-]+/g) +
    100 * count(/\.[\w-]+|\[[^\]]*\]|:(?!where|is|not|has)[\w-]+/g) +
    count(/(?:^|[\s>+~(])[a-z][\w-]*/gi)
  );
}

/** Whether `element` matches `selector`. Siblings aren't known: `+` and `~` give a maybe. */
export function matches(selector: Selector, element: PageElement): Match {
  const own = matchesCompound(selector.subject, element);
  return own === 'no' ? 'no' : both(own, matchesOuter(selector, 0, element));
}

function matchesOuter(selector: Selector, at: number, element: PageElement): Match {
  const step = selector.outer[at];
  if (!step) return 'yes';
  if (step.combinator === '+' || step.combinator === '~') return 'maybe';
  let best: Match = 'no';
  for (let outer = element.parent; outer; outer = outer.parent) {
    const here = matchesCompound(step.compound, outer);
    const match = here === 'no' ? 'no' : both(here, matchesOuter(selector, at + 1, outer));
    if (match === 'yes') return 'yes';
    if (match === 'maybe') best = 'maybe';
    if (step.combinator === '>') break;
  }
  return best;
}

function both(a: Match, b: Match): Match {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'maybe';
}

function matchesCompound(compound: Compound, element: PageElement): Match {
  const { tag, id, classes, attributes, uncertain } = compound;
  if (tag !== null && tag !== element.tag) return 'no';
  if (id !== null && id !== element.attributes.get('id')) return 'no';
  if (!classes.every((name) => element.classes.has(name))) return 'no';
  // Scripts set attributes: one that isn't there may come.
  const there = attributes.every(([name, value]) => {
    const own = element.attributes.get(name);
    return own !== undefined && (value === null || own === value);
  });
  return uncertain || !there ? 'maybe' : 'yes';
}
