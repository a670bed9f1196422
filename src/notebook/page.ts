import type { SharedPrograms } from '../check/program.ts';
import type { Block } from './blocks.ts';
import type { CheckedStep } from './formula.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { Notebook, NotebookFormula } from './model.ts';
import type { Reference } from './references.ts';
import { pageNumbersOf, type PageNumbers } from './pageNumbers.ts';
import type { Result } from './resultModel.ts';
import { SharedProgramsBuilder, type SharedClaims } from './sharedPrograms.ts';
import { summarize, type Summary } from './summary.ts';

/**
 * A step of a page: its source ranges, its verdict, its claims as nodes of the page's programs, and
 * the number of the program that says what their names mean.
 */
export interface PageStep extends Omit<CheckedStep, 'claims' | 'numbers'>, SharedClaims {}

/** A formula of a page. */
export interface PageFormula extends Omit<NotebookFormula, 'steps' | 'meaning'> {
  readonly steps: readonly PageStep[];
}

/** A notebook as a page shows it: plain JSON. */
export interface NotebookPage {
  readonly slug: string;
  readonly file: string;
  readonly front: FrontMatter;
  readonly result: Result | null;
  readonly blocks: readonly Block[];
  readonly formulas: readonly PageFormula[];
  readonly programs: SharedPrograms;
  readonly references: readonly Reference[];
  readonly numbers: PageNumbers;
  readonly summary: Summary;
}

/** The page of a notebook. Its steps share their programs as far as names mean the same in them. */
export function pageOf(slug: string, notebook: Notebook): NotebookPage {
  const builder = new SharedProgramsBuilder();
  const formulas = notebook.formulas.map(({ meaning, ...formula }): PageFormula => ({
    ...formula,
    steps: formula.steps.map(({ numbers: _, ...step }): PageStep => ({
      ...step,
      ...builder.add(step.claims, meaning ?? notebook.table),
    })),
  }));
  const { file, front, result, blocks, references } = notebook;
  return {
    slug,
    file,
    front,
    result,
    blocks,
    formulas,
    programs: builder.programs,
    references,
    numbers: pageNumbersOf(notebook),
    summary: summarize(notebook),
  };
}
