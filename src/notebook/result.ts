import type { SymbolTable } from '../expression/symbols.ts';
import { parseDisplay } from '../tex/display.ts';
import { bindLocally } from './bindLocally.ts';
import type { Block } from './blocks.ts';
import type { FrontMatter } from './frontMatter.ts';
import { layoutsIn, type Side } from './layouts.ts';
import type { NotebookFormula } from './model.ts';
import type { Result } from './resultModel.ts';
import { shapesIn } from './shapes.ts';
import { needsUnitSum } from './unitSum.ts';

/** What is wrong with the front matter of a result, and the word in it that is at fault. */
export interface ResultFault {
  readonly word: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * The result that front matter announces, or what is wrong with it: it must name displays of the page,
 * and among them just those that need that targets sum to 1.
 */
export function resultOf(
  { states, 'unit-sum': announced }: NonNullable<FrontMatter['result']>,
  blocks: readonly Block[],
  formulas: readonly NotebookFormula[],
  table: SymbolTable,
): Result | ResultFault {
  const stated = formulas.filter(({ display, anchor }) => display && isIn(anchor, states));
  const missing = states.find((id) => !stated.some(({ anchor }) => anchor === id));
  if (missing !== undefined)
    return {
      word: missing,
      message: `the result names ${missing}, which is no display of this page`,
      hint: 'states: names displays by their % id:',
    };
  for (const formula of stated) {
    const needed = neededSteps(formula).length > 0;
    if (needed === isIn(formula.anchor, announced)) continue;
    return {
      word: needed ? 'unit-sum' : (formula.anchor ?? ''),
      message: needed
        ? `${formula.anchor} fails for targets that do not sum to 1, but unit-sum does not say so`
        : `unit-sum names ${formula.anchor}, which holds for any positive targets`,
      hint: 'unit-sum: lists the displays of the result that need targets with the sum 1',
    };
  }
  const proofs = new Set(proved(blocks));
  const sides = stated.flatMap(sidesOf);
  return {
    states: stated.map(({ number }) => number),
    shapes: shapesIn(
      sides.map(({ side }) => side),
      table,
    ),
    layouts: layoutsIn(sides, table),
    unitSum: {
      needed: stated.flatMap(({ anchor, number }) => (isIn(anchor, announced) ? [number] : [])),
      enters: formulas
        .filter(({ number }) => proofs.has(number))
        .flatMap((formula) =>
          neededSteps(formula).map((step) => ({ formula: formula.number, step })),
        ),
    },
  };
}

function isIn(anchor: string | null, names: readonly string[]): boolean {
  return anchor !== null && names.includes(anchor);
}

/** The steps of a formula that need targets with the sum 1; those for one-hot targets say so themselves. */
function neededSteps({ steps, meaning }: NotebookFormula): number[] {
  if (!meaning) return [];
  return steps.flatMap(({ claims }, step) =>
    claims.every(({ oneHot }) => oneHot.length === 0) && needsUnitSum(claims, meaning) === 'needed'
      ? [step]
      : [],
  );
}

/** The sides of a formula that could be read. */
function sidesOf({ tex, meaning }: NotebookFormula): Side[] {
  if (!meaning) return [];
  return parseDisplay(tex, meaning, bindLocally).display.chains.flatMap(({ first, links }) => [
    { side: first, tex },
    ...links.flatMap(({ right }) => ('kind' in right ? [{ side: right, tex }] : [])),
  ]);
}

/** The displays in proofs. */
function proved(blocks: readonly Block[], inside = false): number[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'display') return inside ? [block.formula] : [];
    return 'blocks' in block ? proved(block.blocks, inside || block.kind === 'proof') : [];
  });
}
