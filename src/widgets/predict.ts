import { drawQuestion } from '../views/drawQuestion.ts';
import { answerTo, questionOf } from '../views/questions.ts';
import { pageStore } from './pageStore.ts';
import { pointOf } from './pointOf.ts';

/** Which elements are figures: each has its script's element, named after it. */
const figures =
  '[id^=widget-], distribution-widget, jacobian-widget, gradient-widget, gradient-lab';

/**
 * Covers every figure of the page behind a question until the reader answers it or asks to see, as long
 * as the page is in that mode; ends when `signal` aborts.
 */
export function predict(signal: AbortSignal): void {
  document.querySelectorAll<HTMLElement>(figures).forEach((figure, at) => {
    cover(figure, `prediction-${at}`, signal);
  });
}

function cover(figure: HTMLElement, id: string, signal: AbortSignal): void {
  const name = figure.localName.replace('-widget', '');
  const ask = (): ReturnType<typeof questionOf> => questionOf(name, pointOf(pageStore.get()));
  let form: HTMLElement | undefined;
  let asked = '';
  /** Puts the question to the reader, anew where the numbers changed it. */
  const refresh = (): void => {
    const question = ask();
    if (!question) return;
    if (form && !figure.hasAttribute('data-covered')) {
      form.querySelector('.answer')?.replaceChildren(); // it was for other numbers
      return;
    }
    const essence = JSON.stringify([question.ask, 'options' in question && question.options]);
    if (essence === asked) return;
    asked = essence;
    const next = drawQuestion(document, question, id);
    next.addEventListener('submit', submit, { signal });
    if (form) form.replaceWith(next);
    else figure.before(next);
    form = next;
    figure.setAttribute('data-covered', '');
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!form) return;
    if (!figure.hasAttribute('data-covered')) {
      asked = '';
      figure.setAttribute('data-covered', '');
      refresh();
      form.querySelector('button')?.focus();
      return;
    }
    const question = ask();
    const answer = form.querySelector('.answer');
    const button = form.querySelector('button');
    if (!question || !answer || !button) return;
    const text = answerTo(question, givenIn(form));
    answer.textContent = text;
    document.getElementById('announcer')?.replaceChildren(text);
    button.textContent = 'ask again';
    figure.removeAttribute('data-covered');
  };
  refresh();
  pageStore.subscribe(refresh, { signal });
  signal.addEventListener(
    'abort',
    () => {
      form?.remove();
      figure.removeAttribute('data-covered');
    },
    { once: true },
  );
}

/** What the reader gave as an answer; NaN for nothing. */
function givenIn(form: HTMLElement): number {
  const field = form.querySelector<HTMLInputElement>('[type=number], :checked');
  return field && field.value !== '' ? Number(field.value) : NaN;
}
