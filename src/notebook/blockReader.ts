import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Node } from 'unist';
import type { Anchors } from './anchors.ts';
import { SECTIONS, WIDGETS, type Block, type ProsePart, type Section } from './blocks.ts';
import { readCorrection } from './correctionReader.ts';
import type { Faults } from './faults.ts';
import type { FormulaReader } from './formulaReader.ts';
import { childrenOf, extent } from './markdown.ts';
import { proseParts } from './prose.ts';

/** Sections that hold what this site adds. */
const OURS: readonly Section[] = ['aside', 'exercise', 'answer'];

/** Reads what a Markdown file is made of as the parts of a page, its formulas by `formulas`. */
export class BlockReader {
  readonly #formulas: FormulaReader;
  readonly #anchors: Anchors;
  readonly #titles: ReadonlyMap<Node, string>;
  readonly #faults: Faults;
  readonly #widgets = new Set<string>();

  /** `titles` are the anchors of what has a title and no id. */
  constructor(
    formulas: FormulaReader,
    { anchors, titles }: { anchors: Anchors; titles: ReadonlyMap<Node, string> },
    faults: Faults,
  ) {
    this.#formulas = formulas;
    this.#anchors = anchors;
    this.#titles = titles;
    this.#faults = faults;
  }

  /** The parts of a page that `nodes` make, which stand in a section `inside`, or in none. */
  read(nodes: readonly RootContent[], inside: Section | null = null): Block[] {
    const blocks: Block[] = [];
    let prose: RootContent[] = [];
    const flush = (): void => {
      if (prose.length > 0) blocks.push({ kind: 'prose', parts: this.#prose(prose) });
      prose = [];
    };
    for (const node of nodes) {
      const display = this.#formulas.displayOf(node);
      if (display) {
        flush();
        blocks.push({ kind: 'display', formula: this.#formulas.display(display) });
      } else if (node.type === 'leafDirective' || node.type === 'containerDirective') {
        flush();
        const block =
          node.type === 'leafDirective' ? this.#widget(node) : this.#container(node, inside);
        if (block) blocks.push(block);
      } else prose.push(node);
    }
    flush();
    return blocks;
  }

  #prose(nodes: readonly RootContent[]): ProsePart[] {
    for (const node of nodes) {
      this.#refuseNested(node);
      this.#claimTitle(node);
    }
    return proseParts(nodes, {
      formulaOf: (node) => this.#formulas.inline(node),
      anchorOf: (node) => this.#titles.get(node) ?? null,
    });
  }

  /** Claims the anchor of a title, if `node` has one. */
  #claimTitle(node: RootContent): string | null {
    const anchor = this.#titles.get(node) ?? null;
    if (anchor !== null) this.#anchors.claim(anchor, ...extent(node));
    return anchor;
  }

  /** Displays and directives in quotes or lists would lose their place on the page. */
  #refuseNested(node: RootContent): void {
    for (const child of childrenOf(node)) {
      if (
        child.type === 'math' ||
        (child.type === 'paragraph' && this.#formulas.displayOf(child) !== null) ||
        child.type === 'leafDirective' ||
        child.type === 'containerDirective'
      ) {
        const [start, end] = extent(child);
        this.#faults.add(
          'layout',
          'a display or directive inside a list or a quote',
          'move it out',
          start,
          end,
        );
      }
      this.#refuseNested(child);
    }
  }

  #widget(node: LeafDirective): Block | null {
    const [start, end] = extent(node);
    const name = node.attributes?.['name'] ?? '';
    if (node.name !== 'widget' || !WIDGETS.some((known) => known === name)) {
      this.#faults.add(
        'directive',
        `unknown directive ::${node.name}{name=${name}}`,
        `the widgets are ${WIDGETS.join(', ')}`,
        start,
        end,
      );
      return null;
    }
    if (this.#widgets.has(name))
      this.#faults.add(
        'duplicate-id',
        `the widget ${name} stands on this page already`,
        `link to it: #widget-${name}`,
        start,
        end,
      );
    this.#widgets.add(name);
    return { kind: 'widget', name };
  }

  #container(node: ContainerDirective, inside: Section | null): Block | null {
    const place = headOf(node);
    const { title, id: written } = node.attributes ?? {};
    if (written) this.#anchors.claim(written, ...place);
    const id = written ?? this.#claimTitle(node);
    if (node.name === 'correction')
      return readCorrection(node, this.#formulas, this.#faults, (nodes) => this.read(nodes));
    const kind = SECTIONS.find((known) => known === node.name);
    if (!kind) {
      this.#faults.add(
        'directive',
        `unknown directive :::${node.name}`,
        `there are ${SECTIONS.join(', ')} and correction`,
        ...place,
      );
      return null;
    }
    if (title?.includes('$'))
      this.#faults.add('escape', 'a formula in a title', 'put it in the text below', ...place);
    this.#refuseMisplaced(node, kind, inside);
    const origin = OURS.includes(kind) ? 'ours' : this.#formulas.origin;
    const blocks = this.#formulas.from(origin, () => this.read(node.children, kind));
    return {
      kind,
      id,
      title: title ? [{ html: escapeHtml(title) }] : null,
      blocks,
    };
  }

  /** An exercise can be linked to and has one answer; an answer stands in an exercise. */
  #refuseMisplaced(node: ContainerDirective, kind: Section, inside: Section | null): void {
    const refuse = (message: string, hint: string): void => {
      this.#faults.add('exercise', message, hint, ...headOf(node));
    };
    if (kind === 'answer' && inside !== 'exercise')
      refuse('an answer outside an exercise', 'put it between :::: exercise and ::::');
    if (kind !== 'exercise') return;
    if (!node.attributes?.['id']) refuse('an exercise without an id', 'write :::exercise{#id}');
    const answers = node.children.filter(
      (child) => child.type === 'containerDirective' && child.name === 'answer',
    );
    if (answers.length !== 1)
      refuse(
        `an exercise with ${answers.length} answers`,
        'it has one: :::answer inside ::::exercise, which has a colon more',
      );
  }
}

/** Where a directive's colons and name stand. */
function headOf(node: ContainerDirective): [number, number] {
  const [start] = extent(node);
  return [start, start + 3 + node.name.length];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
