import { elementsOf } from '../views/element.ts';
import { previewOf } from './previewOf.ts';

/** How long the pointer must stay on a link, and how long it may be off both, in milliseconds. */
const [OPENS, CLOSES] = [200, 250];

/** What opens tools, which a preview would cover. */
const CONTROLS = '.share, .equation';

/** How far the preview stands from its link and from the window's edge, in pixels. */
const [GAP, EDGE] = [6, 16];

const h = elementsOf(document);
const box = h('div', { class: 'preview', id: 'preview', role: 'tooltip', hidden: true });
document.body.append(box);

/** The link whose preview is shown or on its way. */
let shown: Element | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Shows what `link` leads to, once the reader has stayed on it; a link in focus only where that is seen. A finger
 * follows the link.
 */
export function pointTo(link: Element, event: Event): void {
  if (event instanceof PointerEvent && event.pointerType !== 'mouse') return;
  if (link.matches(CONTROLS)) return;
  clearTimeout(timer);
  const pointed = link.matches(':hover');
  if (link === shown || !(link instanceof HTMLAnchorElement)) return;
  if (!pointed && !link.matches(':focus-visible')) return;
  const opens = (): void => {
    if (!link.matches(':hover, :focus-visible')) return;
    hide();
    shown = link;
    void previewOf(link).then((parts) => {
      if (shown === link && parts.length > 0) show(link, parts);
    });
  };
  timer = setTimeout(opens, pointed ? OPENS : 0);
}

function show(link: Element, parts: readonly Node[]): void {
  box.replaceChildren(...parts);
  box.hidden = false;
  box.style.maxBlockSize = '';
  link.setAttribute('aria-describedby', box.id);
  const [at, own] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
  const above = at.top - GAP - EDGE;
  const under = innerHeight - at.bottom - GAP - EDGE;
  const below = own.height <= under || under >= above;
  const height = Math.min(own.height, below ? under : above);
  const left = Math.min(at.left, document.documentElement.clientWidth - own.width - EDGE);
  const top = below ? at.bottom + GAP : at.top - GAP - height;
  box.style.maxBlockSize = `${height}px`;
  box.style.insetInlineStart = `${Math.max(EDGE, left) + scrollX}px`;
  box.style.insetBlockStart = `${top + scrollY}px`;
}

function hide(): void {
  shown?.removeAttribute('aria-describedby');
  shown = null;
  box.hidden = true;
}

/** The preview stays while the pointer is on it or on its link, or the link has the focus. */
function leave(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const stays = shown?.matches(':hover, :focus-visible') === true || box.matches(':hover');
    if (!stays) hide();
  }, CLOSES);
}

for (const type of ['pointerout', 'focusout'])
  document.addEventListener(type, () => {
    if (shown) leave();
  });
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
