import { Lowering } from '../expression/lower.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import { partsOf, type Expression } from '../expression/tree.ts';
import { printExpression } from '../tex/print.ts';
import { spaceOf } from './shapes.ts';

type Derivative = Expression & { readonly kind: 'derivative' };

/** How the entries of a derivative are laid out. */
export interface Layout {
  /** The derivative and its shape: `\frac{\partial L}{\partial W} \in \mathbb{R}^{C \times M}`. */
  readonly tex: string;
  readonly arranged:
    | { readonly as: 'number' }
    /** Laid out like what it differentiates by. */
    | { readonly as: 'variable'; readonly by: string }
    /** A row for each entry of the function, a column for each entry of the variable. */
    | { readonly as: 'matrix'; readonly of: string; readonly by: string }
    /** A second derivative: the first one down, the second across. */
    | { readonly as: 'second' };
}

/** A side of a formula, and the TeX that its ranges are offsets into. */
export interface Side {
  readonly side: Expression;
  readonly tex: string;
}

/** The layouts of the derivatives in some sides: of those that are no numbers, if there are such. */
export function layoutsIn(sides: readonly Side[], table: SymbolTable): Layout[] {
  const found = new Map<string, Layout>();
  const visit = (e: Expression, tex: string): void => {
    if (e.kind === 'derivative') {
      const layout = layoutOf(e, tex.slice(e.range.start, e.range.end), table);
      found.set(layout.tex, layout);
    } else for (const part of partsOf(e)) visit(part, tex);
  };
  for (const { side, tex } of sides) visit(side, tex);
  const all = [...found.values()];
  const whole = all.filter(({ arranged }) => arranged.as !== 'number');
  return whole.length > 0 ? whole : all.slice(0, 1);
}

function layoutOf(e: Derivative, written: string, table: SymbolTable): Layout {
  const lowering = new Lowering(table);
  const { shape } = lowering.tensor(e);
  const inner = lowering.tensor(e.of).shape;
  const tex = `${written} \\in ${spaceOf(shape, table)}`;
  const [of, by] = [printExpression(e.of, table), printExpression(e.by, table)];
  if (shape.length === 0) return { tex, arranged: { as: 'number' } };
  if (inner.length === 0) return { tex, arranged: { as: 'variable', by } };
  return {
    tex,
    arranged: e.of.kind === 'derivative' ? { as: 'second' } : { as: 'matrix', of, by },
  };
}
