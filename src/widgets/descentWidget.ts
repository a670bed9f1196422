import { prepareSamples } from '../numeric/prepareSamples.ts';
import {
  decodeSettings,
  defaultSettings,
  encodeSettings,
  settingTexts,
  type DescentSettings,
} from '../state/descentSettings.ts';
import { drawResults } from '../views/drawTraining.ts';
import { updateControls } from '../views/trainingControls.ts';
import type { NamedSamples, TrainingShown } from '../views/trainingShown.ts';
import { adviceText, phaseText } from '../views/trainingText.ts';
import { updateTraining } from '../views/updateTraining.ts';
import type { FromWorker, ToWorker } from './descentMessages.ts';
import { listenToSettings } from './descentControls.ts';
import { siteSamples } from './descentSamples.ts';
import { startTrainer, type Trainer } from './descentTrainer.ts';
import { LiveElement } from './liveElement.ts';
import { showNote } from './notes.ts';
import { keptSamples, ownTableForm } from './ownTableForm.ts';
import { pageStore } from './pageStore.ts';
import { scrollByKeys } from './scrollByKeys.ts';

/** `<descent-widget>`: a softmax regression trained in a worker; `.value` is how. */
export class DescentWidget extends LiveElement {
  #settings: DescentSettings = defaultSettings;
  #own: NamedSamples | null = null;
  /** What is drawn; null for the frame of the build. */
  #shown: TrainingShown | null = null;
  #trainer: Trainer | null = null;
  #untouched = true;
  /** Counts loads, so that one that comes too late is known. */
  #turn = 0;
  #frame = 0;
  #signal = AbortSignal.abort();
  #boxes = new AbortController();
  #updateResults = updateTraining(this);
  #updateControls = updateControls(this);

  get value(): DescentSettings {
    return this.#settings;
  }

  /** Another choice of features is drawn; any other change starts again from W = 0. */
  set value(settings: DescentSettings) {
    const before = this.#settings;
    this.#settings = settings;
    pageStore.set({ descent: encodeSettings(settings) });
    const same = { ...settings, features: before.features, steps: before.steps };
    const drawnOnly = JSON.stringify(same) === JSON.stringify(before);
    if (!drawnOnly) void this.#load(0);
    else if (!this.#shown) void this.#ensure();
    else this.#show({ ...this.#shown, features: this.#features(this.#shown.samples) });
    this.changed();
  }

  protected start(signal: AbortSignal): void {
    this.#signal = signal;
    this.#updateResults = updateTraining(this);
    this.#updateControls = updateControls(this);
    this.#boxes = new AbortController();
    scrollByKeys(this.querySelectorAll('.scroll'), this.#boxes.signal);
    signal.addEventListener('abort', () => {
      this.#turn++;
      this.#trainer?.stop();
      this.#trainer = null;
      this.#boxes.abort();
      cancelAnimationFrame(this.#frame);
    });
    for (const part of this.querySelectorAll('.run [disabled]')) part.removeAttribute('disabled');
    this.#listen(signal);
    this.#open();
  }

  /** Opens as the link says. */
  #open(): void {
    const { settings, problems } = decodeSettings(pageStore.get().descent);
    for (const problem of problems) showNote(problem);
    this.#own = keptSamples();
    this.#settings = settings;
    if (settings.data === 'own' && !this.#own) {
      showNote(
        'This link is about a table that its reader kept; the page shows the irises instead.',
      );
      this.#settings = { ...settings, data: defaultSettings.data };
    }
    if (JSON.stringify(this.#settings) !== JSON.stringify(defaultSettings)) void this.#load(0);
  }

  #listen(signal: AbortSignal): void {
    listenToSettings(this, {
      get: () => this.#settings,
      set: (patch) => this.#choose(patch),
      signal,
    });
    this.addEventListener(
      'click',
      ({ target }) => {
        const act =
          target instanceof Element ? target.closest('button')?.dataset['act'] : undefined;
        if (act === 'run' && this.#shown?.phase === 'running') this.#send({ kind: 'pause' });
        else if (act === 'run') void this.#ensure({ kind: 'run', steps: this.#settings.steps });
        else if (act === 'step') void this.#ensure({ kind: 'step' });
        else if (act === 'reset') void this.#load(0);
      },
      { signal },
    );
    // A folded table is not written while the weights move.
    this.addEventListener('toggle', () => this.#redraw(), { signal, capture: true });
    const form = this.querySelector('.own');
    if (form)
      ownTableForm(
        form,
        (samples) => {
          this.#own = samples;
          if (this.#settings.data === 'own') void this.#load(0);
          else this.value = { ...this.#settings, data: 'own' };
        },
        signal,
      );
  }

  #choose(patch: Partial<DescentSettings>): void {
    if (patch.data === 'own' && !this.#own) {
      const form = this.querySelector('.own');
      form?.setAttribute('open', '');
      form?.querySelector('textarea')?.focus();
      this.#redraw();
      return;
    }
    this.value = { ...this.#settings, ...patch };
  }

  /** Sends `message`, after loading what the build's frame shows where nothing is loaded. */
  async #ensure(message?: ToWorker): Promise<void> {
    if (!this.#trainer) await this.#load(this.#untouched ? defaultSettings.steps : 0);
    if (message) this.#send(message);
  }

  #send(message: ToWorker): void {
    this.#trainer?.send(message);
  }

  /** Ends what is under way and starts anew from W = 0, `ahead` steps later. */
  async #load(ahead: number): Promise<void> {
    const turn = ++this.#turn;
    this.#trainer?.stop();
    this.#trainer = null;
    this.#untouched = false;
    const { data, seed, penalty, momentum, search, rate } = this.#settings;
    try {
      const folder = this.dataset['tables'] ?? '';
      const samples = data === 'own' ? this.#own : await siteSamples(data, folder);
      if (!samples || turn !== this.#turn) return;
      const prepared = prepareSamples(samples, seed);
      const hear = (message: FromWorker): void => {
        if (turn !== this.#turn) return;
        this.#hear(message, { samples, prepared });
      };
      this.#trainer = startTrainer(hear);
      const options = { learningRate: rate, momentum, lineSearch: search, penalty };
      const { train, test } = prepared;
      this.#send({ kind: 'load', train, test, options, ahead });
    } catch (error) {
      if (turn === this.#turn) this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #hear(message: FromWorker, of: Pick<TrainingShown, 'samples' | 'prepared'>): void {
    if (message.kind === 'error') {
      this.#trainer?.stop();
      this.#trainer = null;
      this.#fail(message.message);
    } else if (message.kind === 'check') {
      if (this.#shown) this.#show({ ...this.#shown, check: message.report });
    } else {
      const { phase, state, goal, curvature } = message;
      if (this.#shown?.samples !== of.samples) this.#drawAnew(of.samples);
      const { penalty, rate } = this.#settings;
      const features = this.#features(of.samples);
      const learningRate = rate ?? 1 / curvature;
      const shown = { ...of, phase, state, goal, curvature, penalty, learningRate, features };
      this.#show({ ...shown, check: null });
      if (phase !== 'running' && phase !== 'start') announce(this.#shown);
    }
  }

  /** The chosen features, or the first two where `samples` don't have them. */
  #features({ features }: NamedSamples): readonly [number, number] {
    const chosen = this.#settings.features;
    return Math.max(...chosen) <= features ? chosen : [1, 2];
  }

  #drawAnew(samples: NamedSamples): void {
    this.querySelector('.results')?.replaceChildren(...drawResults(document, samples));
    this.#updateResults = updateTraining(this);
    this.#boxes.abort();
    this.#boxes = new AbortController();
    scrollByKeys(this.querySelectorAll('.scroll'), this.#boxes.signal);
  }

  #show(shown: TrainingShown): void {
    this.#shown = shown;
    this.#redraw();
  }

  /** Draws what is known, in the next frame. */
  #redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (!this.#shown || this.#signal.aborted) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      this.#updateControls(settingTexts(this.#settings), this.#shown);
      this.#updateResults(this.#shown, !still || this.#shown.phase !== 'running');
    });
  }

  #fail(reason: string): void {
    const text = `The training stopped: ${reason}. Start again with reset.`;
    const phase = this.querySelector('.phase');
    if (phase) phase.textContent = text;
    say(text);
  }
}

function announce(shown: TrainingShown | null): void {
  if (shown) say(`${phaseText(shown)} ${adviceText(shown)}`);
}

/** Says `text` in the page's live region. */
function say(text: string): void {
  const region = document.getElementById('announcer');
  if (region) region.textContent = text;
}

customElements.define('descent-widget', DescentWidget);
