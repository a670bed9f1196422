import type { Cell } from '../notebook/cells.ts';
import type { PageFormula } from '../notebook/page.ts';
import { typeset } from '../typeset/typeset.ts';

/** A cell of a display as HTML, its quantities in their colours. */
export function typesetCell({ tex, spans }: Cell): string {
  return typeset(tex, { display: true, spans: coloured(spans), trusted: true });
}

/** A formula in the line as HTML; one that claims something can be linked to. */
export function typesetInline({ tex, spans, anchor, verdict }: PageFormula): string {
  const html = typeset(tex, { display: false, spans: coloured(spans), trusted: true });
  return anchor === null
    ? html
    : `<span class="inline-claim" id="${anchor}" data-verdict="${verdict}">${html}</span>`;
}

function coloured(spans: Cell['spans']): { start: number; end: number; className: string }[] {
  return spans.map(({ start, end, colour }) => ({ start, end, className: `q-${colour}` }));
}
