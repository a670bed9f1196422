import type { Shape } from '../expression/size.ts';
import type { SymbolDeclaration, SymbolTable } from '../expression/symbols.ts';
import { partsOf, type Expression } from '../expression/tree.ts';
import { printSet } from '../tex/printDisplay.ts';
import { printName } from '../tex/printNames.ts';

/** A name and where its values lie: `z \in \mathbb{R}^C`, the logits. */
export interface SymbolShape {
  readonly tex: string;
  readonly phrase: string;
}

/** The names that `sides` are written with, in their order, with the shapes that `table` declares. */
export function shapesIn(sides: readonly Expression[], table: SymbolTable): SymbolShape[] {
  const shapes = new Map<string, SymbolShape>();
  const visit = (e: Expression): void => {
    const symbol = 'symbol' in e ? table.symbols.get(e.symbol) : undefined;
    if (symbol) shapes.set(symbol.name, { tex: shapeOf(symbol, table), phrase: symbol.phrase });
    partsOf(e).forEach(visit);
  };
  sides.forEach(visit);
  return [...shapes.values()];
}

/** The set of all real tensors of a shape, as TeX. */
export function spaceOf(shape: Shape, table: SymbolTable): string {
  return printSet({ shape, interval: null, upTo: null, range: { start: 0, end: 0 } }, table);
}

function shapeOf({ name, kind, slots, parameters }: SymbolDeclaration, table: SymbolTable): string {
  const values = slots.filter(({ omitted }) => omitted !== 'hand').map(({ size }) => size);
  if (kind !== 'function') return `${printName(name)} \\in ${spaceOf(values, table)}`;
  const takes = parameters.map((shape) => spaceOf(shape ?? [], table));
  return `${printName(name)} : ${takes.join(' \\times ')} \\to ${spaceOf(values, table)}`;
}
