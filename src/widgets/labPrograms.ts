import { targetVector } from '../state/pageState.ts';
import { labCode } from '../views/code/labCode.ts';
import { labProgram } from '../views/code/labProgram.ts';
import { labOf, problemOf } from '../views/laboratory/lab.ts';
import { mark } from '../views/update.ts';
import { updateCode } from '../views/updateCode.ts';
import { codeBox } from './codeBox.ts';
import { labStore } from './labStore.ts';
import { pageStore } from './pageStore.ts';

/**
 * Keeps the programs in `box` at the laboratory's choices until `signal` aborts. A function that the reader
 * wrote has none: the box is away as long as it is under study.
 */
export function keepPrograms(box: Element, signal: AbortSignal): void {
  const update = updateCode(box, labCode);
  const write = (): void => {
    const { z } = pageStore.get();
    const t = targetVector(pageStore.get());
    const problem = problemOf(labStore.get(), z, t);
    const program = problem && labProgram(labOf(labStore.get(), problem), t);
    if (program) update(program);
  };
  const refresh = codeBox(box, write, signal);
  const show = (): void => {
    mark(box, 'hidden', labStore.get().loss === 'own' ? '' : null);
    refresh();
  };
  pageStore.subscribe(show, { signal });
  labStore.subscribe(show, { signal });
  show();
}
