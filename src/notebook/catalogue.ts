import type { Block, ProsePart } from './blocks.ts';
import { labelsOf } from './labels.ts';
import type { NotebookPage, PageFormula } from './page.ts';
import { withoutPragmas } from './pragmas.ts';
import { plainText } from './plainText.ts';
import { quantityAnchor, type RosettaRow } from './rosetta.ts';
import { WIDGET_NAMES } from './widgetNames.ts';

/** A place of the site that can be looked up: all plain JSON. Formulas in texts stand between `$`. */
export interface CatalogueItem {
  readonly kind: 'page' | 'claim' | 'formula' | 'widget' | 'exercise' | 'symbol';
  /** The slug of the page that it stands on. */
  readonly page: string;
  /** From the site's root, without the base: `/documents/3-note/#loss`. */
  readonly path: string;
  /** Empty for a whole page. */
  readonly anchor: string;
  readonly title: string;
  /** What is said of it: a description, a claim's first words, the sentence before a formula and its reasons. */
  readonly text: string;
  /** The formula, of a correction the form that holds; a symbol's signs; else empty. */
  readonly tex: string;
  /** The number of a display; null for formulas in a sentence and for what is none. */
  readonly label: string | null;
}

/** A page and its address from the site's root, such as `/documents/3-note/`. */
export interface CataloguePage {
  readonly path: string;
  readonly page: Pick<NotebookPage, 'slug' | 'front' | 'blocks' | 'formulas'>;
}

/** What can be looked up on some pages, page by page in their order. */
export function catalogueOf(pages: readonly CataloguePage[]): CatalogueItem[] {
  return pages.flatMap((page) => new PageCatalogue(page).items());
}

/** The quantities of the notations, with all their signs; they stand on the page Notation. */
export function symbolItems(rows: readonly RosettaRow[]): CatalogueItem[] {
  return rows.map(({ name, phrase, signs }) => {
    const anchor = quantityAnchor(name);
    return {
      kind: 'symbol',
      page: 'notation',
      path: `/notation/#${anchor}`,
      anchor,
      title: name.slice(0, 1).toUpperCase() + name.slice(1),
      text: phrase,
      tex: [...new Set(signs.flat().map(({ tex }) => tex))].join(' ,\\; '),
      label: null,
    };
  });
}

class PageCatalogue {
  readonly #path: string;
  readonly #page: CataloguePage['page'];
  readonly #labels: ReadonlyMap<number, string>;

  constructor({ path, page }: CataloguePage) {
    this.#path = path;
    this.#page = page;
    this.#labels = labelsOf(page.formulas);
  }

  items(): CatalogueItem[] {
    const { front, blocks } = this.#page;
    return [this.#item('page', '', front.title, front.description), ...this.#within(blocks)];
  }

  #within(blocks: readonly Block[]): CatalogueItem[] {
    let before: readonly ProsePart[] = [];
    return blocks.flatMap((block) => {
      const items = this.#of(block, before);
      before = block.kind === 'prose' ? block.parts : [];
      return items;
    });
  }

  /** What a block holds; `before` is the prose in front of it. */
  #of(block: Block, before: readonly ProsePart[]): CatalogueItem[] {
    switch (block.kind) {
      case 'prose':
        return this.#inline(block.parts);
      case 'display':
        return this.#formula(block.formula, this.#lastSentence(before));
      case 'correction':
        return this.#correction(block);
      case 'widget':
        return this.#widget(block.name);
      default:
        return [...this.#section(block), ...this.#within(block.blocks)];
    }
  }

  #section(block: Extract<Block, { readonly title: unknown }>): CatalogueItem[] {
    const { kind, id, title, blocks } = block;
    if (id === null || title === null) return [];
    const [first] = blocks;
    const text = first?.kind === 'prose' ? this.#text(first.parts).join(' ') : '';
    return [this.#item(kind === 'exercise' ? 'exercise' : 'claim', id, this.#title(title), text)];
  }

  #widget(name: string): CatalogueItem[] {
    const known = Object.entries(WIDGET_NAMES).find(([own]) => own === name)?.[1];
    return known ? [this.#item('widget', `widget-${name}`, known.title, known.text)] : [];
  }

  #correction(block: Extract<Block, { readonly kind: 'correction' }>): CatalogueItem[] {
    const corrected = this.#page.formulas[block.corrected];
    const label = this.#labels.get(block.printed) ?? null;
    if (!corrected) return [];
    const text = block.blocks
      .flatMap((one) => (one.kind === 'prose' ? this.#text(one.parts) : []))
      .join(' ');
    const title = `Formula (${label}) of ${this.#page.front.title}, with a correction`;
    const item = this.#item('formula', block.id, title, text);
    return [{ ...item, tex: withoutPragmas(corrected.tex), label }];
  }

  #inline(parts: readonly ProsePart[]): CatalogueItem[] {
    const text = this.#text(parts).join(' ');
    return parts.flatMap((part) =>
      'formula' in part && this.#page.formulas[part.formula]?.anchor
        ? this.#formula(part.formula, sentenceWith(text, this.#texOf(part.formula)))
        : [],
    );
  }

  #formula(number: number, sentence: string): CatalogueItem[] {
    const formula = this.#page.formulas[number];
    if (!formula || formula.anchor === null) return [];
    const label = this.#labels.get(number) ?? null;
    const place = label === null ? 'A formula in the text' : `Formula (${label})`;
    const text = [sentence, reasonsOf(formula)].filter((part) => part !== '').join(' ');
    const item = this.#item(
      'formula',
      formula.anchor,
      `${place} of ${this.#page.front.title}`,
      text,
    );
    return [{ ...item, tex: withoutPragmas(formula.tex), label }];
  }

  #item(kind: CatalogueItem['kind'], anchor: string, title: string, text: string): CatalogueItem {
    const path = anchor === '' ? this.#path : `${this.#path}#${anchor}`;
    return { kind, page: this.#page.slug, path, anchor, title, text, tex: '', label: null };
  }

  #title(parts: readonly ProsePart[]): string {
    return this.#text(parts).join(' ');
  }

  #lastSentence(parts: readonly ProsePart[]): string {
    return (sentencesOf(this.#text(parts).at(-1) ?? '').at(-1) ?? '').replace(/:$/, '.');
  }

  /** The paragraphs of a run of prose. */
  #text(parts: readonly ProsePart[]): string[] {
    return plainText(
      parts,
      (number) => this.#texOf(number),
      (anchor) => this.#numberOf(anchor),
    );
  }

  #texOf(number: number): string {
    return `$${this.#page.formulas[number]?.tex.trim() ?? ''}$`;
  }

  #numberOf(anchor: string): string {
    const formula = this.#page.formulas.find((one) => one.display && one.anchor === anchor);
    return formula ? `(${this.#labels.get(formula.number) ?? ''})` : '';
  }
}

function reasonsOf({ steps }: PageFormula): string {
  const reasons = new Set(steps.flatMap(({ reason }) => (reason === null ? [] : [reason])));
  return reasons.size === 0 ? '' : `Reasons: ${[...reasons].join('; ')}.`;
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?])\s+(?=[A-Z$])/).filter((sentence) => sentence !== '');
}

function sentenceWith(text: string, formula: string): string {
  return sentencesOf(text).find((sentence) => sentence.includes(formula)) ?? '';
}
