import type { Claim, Program } from '../check/program.ts';
import type { Block } from './blocks.ts';
import type { CheckedStep } from './formula.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { Notebook, NotebookFormula } from './model.ts';
import { programOf } from './programs.ts';
import { summarize, type Summary } from './summary.ts';

/** A step of a page: its source ranges, its verdict, and its claims as nodes of the page's program. */
export interface PageStep extends Omit<CheckedStep, 'claims'> {
  readonly claims: readonly Claim<number>[];
}

/** A formula of a page. */
export interface PageFormula extends Omit<NotebookFormula, 'steps'> {
  readonly steps: readonly PageStep[];
}

/** A notebook as a page shows it: plain JSON. */
export interface NotebookPage {
  readonly slug: string;
  readonly file: string;
  readonly front: FrontMatter;
  readonly blocks: readonly Block[];
  readonly formulas: readonly PageFormula[];
  readonly program: Program;
  readonly summary: Summary;
}

/** The page of a notebook. All its steps share one program, in which equal parts are stored once. */
export function pageOf(slug: string, notebook: Notebook): NotebookPage {
  const builder = programOf(notebook.table);
  const formulas = notebook.formulas.map((formula): PageFormula => ({
    ...formula,
    steps: formula.steps.map((step): PageStep => ({
      ...step,
      claims: step.claims.map((claim) => builder.addClaim(claim)),
    })),
  }));
  const { file, front, blocks } = notebook;
  // Names bound by ∀ are declared where they are bound: their claims bring them along.
  for (const formula of notebook.formulas) {
    for (const [name, variable] of Object.entries(formula.local)) builder.declare(name, variable);
  }
  return {
    slug,
    file,
    front,
    blocks,
    formulas,
    program: builder.program,
    summary: summarize(notebook),
  };
}
