import { descentCode } from '../views/code/descentCode.ts';
import { trainedBy } from '../views/code/trainedBy.ts';
import type { NamedSamples } from '../views/trainingShown.ts';
import { updateCode } from '../views/updateCode.ts';
import { codeBox } from './codeBox.ts';
import { siteSamples } from './descentSamples.ts';
import { DescentWidget } from './descentWidget.ts';
import { keptSamples } from './ownTableForm.ts';
import { pageStore } from './pageStore.ts';

/** Keeps the programs in `box` at the settings of the page's training until `signal` aborts. */
export function keepPrograms(box: Element, signal: AbortSignal): void {
  const update = updateCode(box, descentCode);
  const widget = document.querySelector('descent-widget');
  if (!(widget instanceof DescentWidget)) return;
  const folder = widget.dataset['tables'] ?? '';
  let written = '';
  const write = async (): Promise<void> => {
    const settings = widget.value;
    const key = JSON.stringify(settings);
    if (key === written) return;
    written = key;
    try {
      const samples = await samplesOf(settings.data, folder);
      if (samples && key === written) update(trainedBy(samples, settings));
    } catch {
      written = ''; // offline: the next unfolding tries again
    }
  };
  const refresh = codeBox(box, () => void write(), signal);
  pageStore.subscribe(refresh, { signal });
}

async function samplesOf(
  data: 'iris' | 'digits' | 'own',
  folder: string,
): Promise<NamedSamples | null> {
  return data === 'own' ? keptSamples() : siteSamples(data, folder);
}
