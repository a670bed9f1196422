import { decodeLab, encodeLab, isLabKey } from '../state/gradientLabCodec.ts';
import { createStore } from '../state/store.ts';
import { urlSync } from '../state/urlSync.ts';
import { showNote } from './notes.ts';

const { lab, problems } = decodeLab(location.search);

/** The laboratory's store, beside the page's: it starts from the link, and keeps its part of it. */
export const labStore = createStore(lab);

for (const problem of problems) showNote(problem);
urlSync(labStore, encodeLab, window, new AbortController().signal, isLabKey); // for as long as the page lives
