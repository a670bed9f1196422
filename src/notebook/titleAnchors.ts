import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isOfThePage } from './anchors.ts';
import { childrenOf } from './markdown.ts';

/**
 * The anchors of what has a title and no id: headings, and claims, proofs and remarks. An anchor is made of the
 * words of its title, with `-section` behind them where these are `taken`.
 */
export function titleAnchors(root: Root, taken: ReadonlySet<string>): Map<Nodes, string> {
  const anchors = new Map<Nodes, string>();
  const used = new Set(taken);
  visit(root, (node) => {
    const title = titleOf(node);
    if (title === null) return;
    const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['section'];
    const slug = words.join('-');
    let anchor = slug;
    // A number behind the id of a display is one of its steps.
    for (let turn = 1; used.has(anchor) || isOfThePage(anchor); turn++)
      anchor = `${slug}-section${turn === 1 ? '' : `-${turn}`}`;
    used.add(anchor);
    anchors.set(node, anchor);
  });
  return anchors;
}

function titleOf(node: Nodes): string | null {
  if (node.type === 'heading') return textOf(node);
  if (node.type !== 'containerDirective' || node.attributes?.['id']) return null;
  return node.attributes?.['title'] ?? null;
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('');
}
