import type { NotebookPage } from '../notebook/page.ts';
import { partOfPrograms } from '../notebook/partOfPrograms.ts';
import type { PageChecks } from '../views/checks.ts';

/** What a page carries so that its formulas are checked again at the reader's numbers. */
export function checksOf({
  formulas,
  programs,
}: Pick<NotebookPage, 'formulas' | 'programs'>): PageChecks {
  return {
    programs,
    printed: formulas
      .filter(({ correction, verdict }) => correction?.side === 'printed' && verdict === 'refuted')
      .map(({ number }) => number),
    formulas: Object.fromEntries(
      formulas
        .filter(({ steps }) => steps.some(({ claims }) => claims.length > 0))
        .map(({ number, steps }) => [
          number,
          steps.map(({ relation, claims, meaning }) =>
            claims.length > 0 ? { relation, claims, meaning } : null,
          ),
        ]),
    ),
  };
}

/** The same for the formulas called `numbers` alone. */
export function checksOfPart(page: NotebookPage, numbers: readonly number[]): PageChecks {
  const formulas = page.formulas.filter(({ number }) => numbers.includes(number));
  const { programs, steps } = partOfPrograms(
    page.programs,
    formulas.flatMap((formula) => formula.steps),
  );
  const waiting = [...steps];
  return checksOf({
    programs,
    formulas: formulas.map((formula) => ({
      ...formula,
      steps: waiting.splice(0, formula.steps.length),
    })),
  });
}
