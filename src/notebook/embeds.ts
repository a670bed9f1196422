import type { Block } from './blocks.ts';
import { catalogueOf, type CataloguePage } from './catalogue.ts';
import { labelsOf } from './labels.ts';
import type { NotebookPage } from './page.ts';

/** A page and its address from the site's root. */
export interface PlacedPage extends CataloguePage {
  readonly page: NotebookPage;
}

/** A part of a page that has an address of its own, to stand in frames of other pages. */
export interface Embed {
  /** An exercise comes without its answer; as a `claim` it has the answer, folded. */
  readonly kind: 'widget' | 'step' | 'claim' | 'exercise';
  /** Its name below its page and kind, such as `loss`. */
  readonly name: string;
  /** Its address from the site's root, such as `/embed/step/3-note/loss/`. */
  readonly path: string;
  readonly title: string;
  /** The page that it stands on, and where. */
  readonly home: PlacedPage;
  readonly anchor: string;
  readonly block: Block;
}

/** All parts of some pages that can be embedded; a figure once, from the first page that has it. */
export function embedsOf(pages: readonly PlacedPage[]): Embed[] {
  const embeds = pages.flatMap(embedsOn);
  return embeds.filter(
    ({ kind, path }, k) => kind !== 'widget' || embeds.findIndex((one) => one.path === path) === k,
  );
}

function embedsOn(home: PlacedPage): Embed[] {
  const { page } = home;
  const labels = labelsOf(page.formulas);
  const titles = new Map(catalogueOf([home]).map(({ anchor, title }) => [anchor, title]));
  const embed = (kind: Embed['kind'], name: string, block: Block, rest: Partial<Embed>): Embed => ({
    kind,
    name,
    path: kind === 'widget' ? `/embed/widget/${name}/` : `/embed/${kind}/${page.slug}/${name}/`,
    title: titles.get(rest.anchor ?? name) ?? page.front.title,
    home,
    anchor: name,
    block,
    ...rest,
  });
  const step = (number: number, block: Block): Embed[] => {
    const anchor = page.formulas[number]?.anchor ?? null;
    const title = `Formula (${labels.get(number) ?? ''}) of ${page.front.title}`;
    return anchor === null ? [] : [embed('step', anchor, block, { title })];
  };
  return allOf(page.blocks).flatMap((block): Embed[] => {
    switch (block.kind) {
      case 'prose':
        return [];
      case 'widget':
        return [embed('widget', block.name, block, { anchor: `widget-${block.name}` })];
      case 'display':
        return step(block.formula, block);
      case 'correction': // neither form stands without the other
        return [...step(block.printed, block), ...step(block.corrected, block)];
      default:
        if (block.id === null || block.kind === 'answer') return [];
        return [
          embed('claim', block.id, block, {}),
          ...(block.kind === 'exercise'
            ? [embed('exercise', block.id, withoutAnswers(block), {})]
            : []),
        ];
    }
  });
}

/** The quantities in the formulas of a block, as their marks in formulas name them. */
export function groupsOf(page: Pick<NotebookPage, 'formulas'>, block: Block): Set<string> {
  const formulas = formulasOf(block).map((number) => page.formulas[number]);
  return new Set(formulas.flatMap((formula) => formula?.spans.map(({ group }) => group) ?? []));
}

/** The numbers of the formulas that a block shows, those in its sentences included. */
export function formulasOf(block: Block): number[] {
  switch (block.kind) {
    case 'prose':
      return block.parts.flatMap((part) => ('formula' in part ? [part.formula] : []));
    case 'display':
      return [block.formula];
    case 'widget':
      return [];
    case 'correction':
      return [...block.blocks.flatMap(formulasOf), block.printed, block.corrected];
    default:
      return [
        ...(block.title ? formulasOf({ kind: 'prose', parts: block.title }) : []),
        ...block.blocks.flatMap(formulasOf),
      ];
  }
}

/** The block without the answers in it. */
export function withoutAnswers<B extends Block>(block: B): B {
  return 'blocks' in block
    ? { ...block, blocks: block.blocks.filter(isNoAnswer).map(withoutAnswers) }
    : block;
}

function isNoAnswer({ kind }: Block): boolean {
  return kind !== 'answer';
}

/** Some blocks and all that stand in them. */
function allOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => ('blocks' in block ? [block, ...allOf(block.blocks)] : [block]));
}
