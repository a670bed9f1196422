/** The text nodes of the elements under `root` that match `selector`, in document order. */
export function textsOf(root: Element, selector: string): Text[] {
  return [...root.querySelectorAll(selector)].map(textOf);
}

/** The first text node of `element`, made where there is none. */
export function textOf(element: Element): Text {
  const first = element.firstChild;
  if (first?.nodeType === 3) return first as Text; // 3 is a text node
  const text = element.ownerDocument.createTextNode('');
  element.prepend(text);
  return text;
}

/** Writes `value` into `text`, and leaves the page alone where it stands there already. */
export function write(text: Text | undefined, value: string): void {
  if (text && text.data !== value) text.data = value;
}

/** Sets the attribute `name` of `element`, or takes it away for `null`, where that is a change. */
export function mark(element: Element | undefined, name: string, value: string | null): void {
  if (!element || element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Hands the length of a bar or the depth of a colour, from 0 to 1, to the style sheet, in `steps` as
 * fine as the eye can tell: a style that stays costs nothing.
 */
export function measure(element: Element | undefined, share: number, steps = 500): void {
  mark(element, 'style', `--v:${Number.isFinite(share) ? Math.round(share * steps) / steps : 0}`);
}
