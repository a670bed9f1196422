import { elementsOf } from '../element.ts';
import { paperWords } from './paperWords.ts';

/** What only serves to change a figure, or to open more: no use on paper. */
const CONTROLS =
  'details:not(.answer, [open]), details:not(.answer) > summary, .choices, .choice, .slips, .other-classes, .controls, progress, .tools, .sources, as-code, ' +
  '.code-tools, .share, [data-act], .reveal, .evidence, .verdict, .slip, .spoken, .axes, script, style, input[type=radio], input[type=checkbox]';

/** What only an element that can be reached has. */
const LIVING = ['id', 'tabindex', 'data-late', 'aria-pressed', 'aria-live'];

/**
 * Makes a part of a page fit for paper, in place: controls go, fields and buttons become their numbers, custom
 * elements become plain ones, and names that links lead to are taken away.
 */
export function freeze<E extends Element>(root: E): E {
  const h = elementsOf(root.ownerDocument);
  for (const control of root.querySelectorAll(CONTROLS)) control.remove();
  for (const slider of root.querySelectorAll('input[type=range]')) slider.remove();
  for (const field of root.querySelectorAll<HTMLInputElement>('input'))
    field.replaceWith(h('span', { class: 'number' }, field.value.replace('-', '\u2212')));
  for (const button of root.querySelectorAll('button')) {
    const chosen = button.getAttribute('aria-pressed') === 'true';
    button.replaceWith(
      h(
        'span',
        {
          class: button.className,
          style: button.getAttribute('style') ?? undefined,
          'data-frozen': chosen ? 'chosen' : '',
          'data-below': button.hasAttribute('data-below'),
        },
        ...button.childNodes,
      ),
    );
  }
  for (const label of root.querySelectorAll('label'))
    label.replaceWith(h('span', { class: label.className }, ...label.childNodes));
  for (const element of root.querySelectorAll('*')) {
    for (const name of LIVING) element.removeAttribute(name);
    if (element.hasAttribute('role') && element.localName !== 'svg') unname(element);
  }
  for (const figure of root.querySelectorAll('.widget, figcaption, caption')) onPaper(figure);
  // A custom element would start to live in the page; an unfolded part without its summary gets one of the browser's.
  for (const element of root.querySelectorAll('*'))
    if (element.localName.includes('-') || element.matches('details:not(.answer)')) plain(element);
  return root;
}

/** Takes away what an element is for those who operate it: its role, and the name and values that go with it. */
function unname(element: Element): void {
  for (const { name } of [...element.attributes])
    if (name === 'role' || name.startsWith('aria-')) element.removeAttribute(name);
}

/** Puts a plain element in the place of one that does something. */
function plain(element: Element): void {
  const made = element.ownerDocument.createElement('div');
  for (const { name, value } of element.attributes) made.setAttribute(name, value);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

/** Rewrites what a figure says to those who operate it, sentence by sentence. */
function onPaper(figure: Element): void {
  for (const node of figure.childNodes) {
    if (node.nodeType === 3) node.nodeValue = paperWords(node.nodeValue ?? '');
    else if (node.nodeType === 1) onPaper(node as Element); // as its type says
  }
}
