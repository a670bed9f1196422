import { elementsOf } from '../views/element.ts';
import type { CopyButton } from './copyButtons.ts';
import { addressOf, embedAddressOf } from './linkAddress.ts';
import { drawOptions } from './linkOptions.ts';
import type { LinkTarget } from './linkTarget.ts';
import { pageStore } from './pageStore.ts';

const h = elementsOf(document);

/** How long the numbers rest before the link is shown anew, in milliseconds. */
const REST = 250;

/**
 * The link to `target`, its QR code, the frame that embeds it and the choices of what it carries; they follow
 * the page until `signal` aborts.
 */
export function drawLinkMenu(
  target: LinkTarget,
  copy: CopyButton,
  said: HTMLElement,
  signal: AbortSignal,
): HTMLElement[] {
  let step: string | null = null;
  const link = (): string => addressOf(target, step);
  const shown = new Map<HTMLElement, () => void>();
  const show = (): void => shown.forEach((update) => update());
  let timer: ReturnType<typeof setTimeout> | undefined;
  pageStore.subscribe(
    () => {
      clearTimeout(timer);
      timer = setTimeout(show, REST);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  /** A button that unfolds what `open` draws, and the place for it. */
  const fold = (
    label: string,
    open: (place: HTMLElement) => () => void,
  ): [HTMLElement, HTMLElement] => {
    const place = h('div', { class: 'fold-out', hidden: true });
    const button = h('button', { type: 'button', class: 'plain', 'aria-expanded': 'false' }, label);
    button.addEventListener('click', () => {
      const opens = place.toggleAttribute('hidden') === false;
      button.setAttribute('aria-expanded', String(opens));
      if (!opens) {
        shown.delete(place);
        place.replaceChildren();
        return;
      }
      const update = open(place);
      shown.set(place, update);
      update();
    });
    return [button, place];
  };
  const [code, codePlace] = fold('QR code', (place) => () => showCode(place, target, link()));
  const [choices, choicesPlace] = fold('options', (place) => {
    const address = readOnly('the link');
    const form = drawOptions(target, (to) => {
      step = to;
      show();
    });
    place.append(form, h('label', {}, 'the link ', address));
    return () => address.setAttribute('value', link());
  });
  const frames = embedAddressOf(target, null) === null ? [] : [
    fold('embed', (place) => {
      const text = h('textarea', { readonly: true, rows: 4, 'aria-label': 'HTML that embeds this', spellcheck: 'false' });
      place.append(text, h('p', {}, 'copy ', copy('HTML', () => text.textContent)));
      return () => text.replaceChildren(frameOf(target, embedAddressOf(target, step) ?? ''));
    }),
  ]; // prettier-ignore
  return [
    h(
      'p',
      {},
      'copy ',
      copy('link', link),
      copy('Markdown link', () => `[${titleOf(target)}](${link()})`),
      copy('TeX link', () => `\\href{${link().replace(/[%#]/g, '\\$&')}}{${titleOf(target)}}`),
      said,
    ),
    h('p', {}, 'show ', code, ...frames.map(([button]) => button), choices),
    codePlace,
    ...frames.map(([, place]) => place),
    choicesPlace,
  ];
}

/** What a link to it says, such as `Formula 5, The Jacobian of softmax`. */
function titleOf({ name }: LinkTarget): string {
  const page = document.querySelector('h1')?.textContent ?? document.title;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${page}`;
}

/** Most readers never want a code, so what draws it comes with the first. */
function showCode(place: HTMLElement, target: LinkTarget, url: string): void {
  void import('./qrPanel.ts').then(
    ({ showQrCode }) =>
      showQrCode(place, url, `QR code of the link to ${target.name}`, target.anchor),
    () => place.replaceChildren('What draws codes could not be loaded.'),
  );
}

/** The frame of an embedded part, as tall as the part is here with room for its numbers. */
function frameOf(target: LinkTarget, url: string): string {
  const height = 20 * Math.ceil((target.element.getBoundingClientRect().height + 200) / 20);
  const text = (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${text(url)}" title="${text(titleOf(target))}" width="100%" height="${height}" loading="lazy" allow="" style="border: 0"></iframe>`;
}

function readOnly(name: string): HTMLElement {
  const field = h('input', { readonly: true, 'aria-label': name, value: '' });
  field.addEventListener('focus', () => field instanceof HTMLInputElement && field.select());
  return field;
}
