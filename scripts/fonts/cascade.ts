import { fontSet, INITIAL, type FontChoice, type FontRule } from './fontRules.ts';
import type { PageElement } from './readHtml.ts';
import { matches } from './selector.ts';

/**
 * The font choices that an element may come to. One, unless a rule holds only at times (`@media`,
 * `:hover`, an attribute that scripts set): then what it sets is a second choice.
 */
export type FontsOf = (element: PageElement) => readonly FontChoice[];

/** The cascade of `rules`, weakest first, over the elements of one page. */
export function cascade(rules: readonly FontRule[]): FontsOf {
  const index = new Map<string, number[]>();
  rules.forEach(({ selector: { subject } }, k) => {
    const key = subject.classes[0] ?? subject.tag ?? '*';
    index.set(key, [...(index.get(key) ?? []), k]);
  });
  const candidates = ({ tag, classes }: PageElement): FontRule[] => {
    const found = ['*', tag, ...classes].flatMap((key) => index.get(key) ?? []);
    return [...new Set(found)].sort((a, b) => a - b).flatMap((k) => rules[k] ?? []);
  };
  const known = new Map<PageElement, readonly FontChoice[]>();
  const fontsOf = (element: PageElement): readonly FontChoice[] => {
    const before = known.get(element);
    if (before) return before;
    const outer = element.parent ? fontsOf(element.parent) : [INITIAL];
    let choices = outer;
    for (const { selector, sets, conditional } of candidates(element)) {
      const match = matches(selector, element);
      if (match === 'no') continue;
      const set = sets === 'inherit' ? outer : choices.map((choice) => ({ ...choice, ...sets }));
      choices = match === 'yes' && !conditional ? unique(set) : unique([...choices, ...set]);
    }
    const style = element.attributes.get('style');
    if (style?.includes('font')) {
      const sets = fontSet(style, new Map());
      choices =
        sets === 'inherit' ? outer : unique(choices.map((choice) => ({ ...choice, ...sets })));
    }
    known.set(element, choices);
    return choices;
  };
  return fontsOf;
}

/** The choice as one string: equal choices have equal keys. */
export function choiceKey({ families, style, weight }: FontChoice): string {
  return `${style} ${weight} ${families.join()}`;
}

function unique(choices: readonly FontChoice[]): readonly FontChoice[] {
  if (choices.length < 2) return choices;
  return [...new Map(choices.map((choice) => [choiceKey(choice), choice])).values()];
}
