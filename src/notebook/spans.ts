import type { SymbolTable } from '../expression/symbols.ts';
import { partsOf, type Expression } from '../expression/tree.ts';
import type { Display } from '../tex/display.ts';

/** A part of a formula that shows one quantity. */
export interface QuantitySpan {
  readonly start: number;
  readonly end: number;
  /** One of the colours of the site: `logit`, `exp`, `prob`, `target` or `grad`. */
  readonly colour: string;
}

const COLOURS: Readonly<Record<string, string>> = {
  logits: 'logit',
  softmax: 'prob',
  prediction: 'prob',
  target: 'target',
};

/** The parts of a formula that show a coloured quantity, outermost first, never overlapping. */
export function quantitySpans(display: Display, table: SymbolTable): QuantitySpan[] {
  const spans: QuantitySpan[] = [];
  const visit = (e: Expression): void => {
    const colour = colourOf(e, table);
    if (colour !== null) {
      spans.push({ start: e.range.start, end: e.range.end, colour });
      return;
    }
    for (const part of partsOf(e)) visit(part);
  };
  for (const chain of display.chains) {
    visit(chain.first);
    for (const { right } of chain.links) if ('kind' in right) visit(right);
  }
  return spans;
}

function colourOf(e: Expression, table: SymbolTable): string | null {
  if (e.kind === 'entry' || e.kind === 'apply') {
    return COLOURS[table.symbols.get(e.symbol)?.quantity ?? ''] ?? null;
  }
  const exponent = e.kind === 'elementary' && e.name === 'exp' ? e.of : null;
  return exponent && colourOf(exponent, table) === 'logit' ? 'exp' : null;
}
