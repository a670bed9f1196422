import { cascade, choiceKey } from './cascade.ts';
import type { FontChoice, FontRule } from './fontRules.ts';
import { readHtml, type PageElement } from './readHtml.ts';

/** Characters that are shown in one choice of faces. */
export interface Signs {
  readonly choice: FontChoice;
  readonly characters: ReadonlySet<string>;
  /** Those that the reader sees without opening anything. */
  readonly atOnce: ReadonlySet<string>;
}

/** What a page asks of faces and style sheets. */
export interface PageSigns {
  readonly signs: readonly Signs[];
  readonly classes: ReadonlySet<string>;
  /** Whether the page typesets formulas by itself, and so needs all of KaTeX. */
  readonly typesets: boolean;
}

/** Elements whose text is not set in the page's faces: MathML has the browser's own. */
const ELSEWHERE = new Set(['head', 'title', 'math', 'template', 'option']);

/** Reads which characters a page shows, by the choice of faces that `rules` make for them. */
export function signsOf(html: string, rules: readonly FontRule[]): PageSigns {
  const fontsOf = cascade(rules);
  const found = new Map<string, { choice: FontChoice; all: Set<string>; atOnce: Set<string> }>();
  const classes = new Set<string>();
  let typesets = false;
  readHtml(
    html,
    (text, parent) => {
      const place = placeOf(parent);
      if (place === 'elsewhere' || text.trim() === '') return;
      for (const choice of fontsOf(parent)) {
        const key = choiceKey(choice);
        const entry = found.get(key) ?? { choice, all: new Set(), atOnce: new Set() };
        found.set(key, entry);
        for (const character of text.replace(/[\n\t\r]/g, ' ')) {
          entry.all.add(character);
          if (place === 'shown') entry.atOnce.add(character);
        }
      }
    },
    (element) => {
      for (const name of element.classes) classes.add(name);
      typesets ||= element.attributes.has('data-typesets');
    },
  );
  const signs = [...found.values()].map(({ choice, all: characters, atOnce }) => ({
    choice,
    characters,
    atOnce,
  }));
  return { signs, classes, typesets };
}

function placeOf(element: PageElement): 'shown' | 'folded' | 'elsewhere' {
  let folded = false;
  let inner: PageElement | null = null;
  for (let at: PageElement | null = element; at; inner = at, at = at.parent) {
    if (ELSEWHERE.has(at.tag)) return 'elsewhere';
    folded ||= at.attributes.has('hidden');
    folded ||= at.tag === 'details' && !at.attributes.has('open') && inner?.tag !== 'summary';
  }
  return folded ? 'folded' : 'shown';
}
