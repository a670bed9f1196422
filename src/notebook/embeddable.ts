import type { Block } from './blocks.ts';
import type { NotebookPage } from './page.ts';

/** A part of a page that can stand alone. */
export interface Embeddable<B extends Block = Block> {
  /** Where it stands on its page. */
  readonly anchor: string;
  readonly block: B;
}

/** A part of a page with a heading of its own, such as a claim. */
export type SectionBlock = Extract<Block, { readonly title: unknown }>;

/** Every display of a page, in reading order; both forms of a correction stand for the whole of it. */
export function displaysOf({
  blocks,
  formulas,
}: Pick<NotebookPage, 'blocks' | 'formulas'>): Embeddable[] {
  return allOf(blocks).flatMap((block): Embeddable[] => {
    const numbers =
      block.kind === 'display'
        ? [block.formula]
        : block.kind === 'correction'
          ? [block.printed, block.corrected]
          : [];
    return numbers.flatMap((number) => {
      const anchor = formulas[number]?.anchor ?? null;
      return anchor === null ? [] : [{ anchor, block }];
    });
  });
}

/** Every claim, proof, remark and exercise of a page that has an id. */
export function sectionsOf({ blocks }: Pick<NotebookPage, 'blocks'>): Embeddable<SectionBlock>[] {
  return allOf(blocks).flatMap((block) =>
    'title' in block && block.id !== null ? [{ anchor: block.id, block }] : [],
  );
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

/** Some blocks and all that stand in them. */
function allOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    ['blocks' in block ? [block, ...allOf(block.blocks)] : [block]].flat(),
  );
}
