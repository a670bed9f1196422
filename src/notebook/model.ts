import type { SymbolTable } from '../expression/symbols.ts';
import type { Block, CorrectionKind, Expectation } from './blocks.ts';
import type { Fault } from './errors.ts';
import type { CheckedFormula } from './formula.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { FoundFormula } from './markdown.ts';
import type { Pointer } from './pointers.ts';
import type { Reference } from './references.ts';
import type { Result } from './resultModel.ts';

/** A formula of a notebook. */
export interface NotebookFormula extends FoundFormula, Omit<CheckedFormula, 'table'> {
  /** Its number in the notebook, from 0. */
  readonly number: number;
  /** Where a link leads; null for formulas that claim nothing. */
  readonly anchor: string | null;
  readonly line: number;
  readonly unchecked: string | null;
  readonly correction: FormulaCorrection | null;
  /** Whether the formula is the document's, its author's words put into TeX, or ours. */
  readonly origin: Origin;
}

/** The part that a formula plays in a correction. */
export interface FormulaCorrection {
  readonly side: 'printed' | 'corrected';
  readonly kind: CorrectionKind;
  readonly expect: Expectation;
}

/** Where a formula comes from: a display of the document, its prose, or this site. */
export type Origin = 'display' | 'prose' | 'ours';

/** A content file, read and checked. */
export interface Notebook {
  readonly file: string;
  readonly front: FrontMatter;
  /** What the page opens with, if its front matter says so. */
  readonly result: Result | null;
  readonly blocks: readonly Block[];
  readonly formulas: readonly NotebookFormula[];
  /** What names mean at the end. */
  readonly table: SymbolTable;
  /** Where links may lead on its page, beside its widgets. */
  readonly anchors: ReadonlySet<string>;
  readonly pointers: readonly Pointer[];
  /** The sources that it cites, by author. */
  readonly references: readonly Reference[];
  /** What is wrong with the file itself; verdicts are not here. */
  readonly faults: readonly Fault[];
}
