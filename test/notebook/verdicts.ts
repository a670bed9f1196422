import { readFileSync } from 'node:fs';
import type { NotebookFormula } from '../../src/notebook/model.ts';
import type { Notebook } from '../../src/notebook/model.ts';
import { readNotations } from '../../src/notebook/notation.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';

/** The notations of the site. */
export const notations = readNotations(readFileSync('content/notations.yaml', 'utf8'));

/** The front matter of a test's file, of five lines. */
export const head = (notation = 'canonical'): string =>
  `---\ntitle: A test\nnotation: ${notation}\n---\n\n`;

/** What the assignment defines before its first claim about the loss. */
const PRELUDE: Readonly<Record<string, readonly string[]>> = {
  '1-assignment': [
    '% defines: \\sigma\n\\sigma(\\mathbf{z})_{i} = \\frac{e^{\\mathbf{z}_{i}}}{\\sum_{j=1}^{n} e^{\\mathbf{z}_{j}}}',
    '% defines: z\nz_c^{(i)} = \\mathbf{w}^{(c)} \\cdot \\mathbf{x}^{(i)}',
    '% defines: y\ny_c^{(i)} = \\sigma(\\mathbf{z}^{(i)})_c',
    '% defines: \\mathcal{L}\n\\mathcal{L}(\\mathcal{D}) = \\frac{1}{N} \\sum_{i=1}^{N} \\left(-\\sum_{c=1}^{C} \\hat{y}_{c}^{(i)} \\log y_{c}^{(i)} \\right)',
    '% defines: I\nI(\\mathbf{y}, \\hat{\\mathbf{y}}) = -\\sum_{c=1}^{C} \\hat{y}_c \\log y_c',
  ],
};

/** Markdown with the displays in it. */
export function markdown(displays: readonly string[], notation = 'canonical'): string {
  return head(notation) + displays.map((tex) => `$$\n${tex}\n$$\n`).join('\n');
}

/** A file with these displays, read and checked. */
export function notebook(displays: readonly string[], notation = 'canonical'): Notebook {
  return readNotebook('test.md', markdown(displays, notation), notations);
}

/** The last of some displays, read and checked where the ones before it have been read. */
export function last(displays: readonly string[], notation = 'canonical'): NotebookFormula {
  const { formulas } = notebook(displays, notation);
  const formula = formulas.at(-1);
  if (!formula) throw new Error('no formula was found');
  return formula;
}

/** A formula after the definitions that its notation's document begins with. */
export function checked(tex: string, notation = 'canonical'): NotebookFormula {
  return last([...(PRELUDE[notation] ?? []), tex], notation);
}

/** The verdict, or the code of the error. */
export function verdict(tex: string, notation = 'canonical'): string {
  const formula = checked(tex, notation);
  return formula.error ? formula.error.code : formula.verdict;
}
