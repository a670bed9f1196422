import { LiveElement } from './liveElement.ts';

/** What keeps the programs of a box: those of most figures follow the page's numbers. */
interface Programs {
  readonly keepPrograms: (box: Element, signal: AbortSignal) => void;
}

/** The figures with choices of their own, by the name of their box. */
const PROGRAMS: Readonly<Record<string, () => Promise<Programs>>> = {
  descent: () => import('./descentPrograms.ts'),
  'gradient-lab': () => import('./labPrograms.ts'),
};

/**
 * `<as-code of="jacobian">`: a figure's numbers as programs; `.value` is the language shown. Most readers
 * unfold none, so all but this waits until one is.
 */
export class AsCode extends LiveElement {
  get value(): string {
    return this.querySelector('select')?.value ?? '';
  }

  protected start(signal: AbortSignal): void {
    const details = this.querySelector('details');
    const programs =
      PROGRAMS[this.getAttribute('of') ?? ''] ?? (() => import('./pointPrograms.ts'));
    const load = (): void =>
      // Offline the import may fail: the first numbers stay, and the next toggle tries again.
      void programs().then(
        ({ keepPrograms }) => {
          details?.removeEventListener('toggle', load);
          keepPrograms(this, signal);
        },
        () => undefined,
      );
    details?.addEventListener('toggle', load, { signal });
    if (details?.open) load(); // unfolded before this script came
  }
}

customElements.define('as-code', AsCode);
