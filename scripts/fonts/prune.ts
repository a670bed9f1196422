import type { Piece } from './readCss.ts';

/**
 * The pieces without KaTeX's rules for classes that aren't among `classes`. Other rules stay, since
 * scripts add elements that the page as built doesn't show; KaTeX never runs in it.
 */
export function prune(pieces: readonly Piece[], classes: ReadonlySet<string>): Piece[] {
  const kept = (selector: string): boolean =>
    !selector.startsWith('.katex') ||
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name));
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind === 'other') return [piece];
    if (piece.kind === 'group') {
      const inner = prune(piece.pieces, classes);
      return inner.length > 0 ? [{ ...piece, pieces: inner }] : [];
    }
    const selectors = piece.rule.selectors.filter(kept);
    return selectors.length > 0 ? [{ kind: 'rule', rule: { ...piece.rule, selectors } }] : [];
  });
}
