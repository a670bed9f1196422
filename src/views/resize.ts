/**
 * Gives a drawn figure `n` classes. Under each element with `data-repeat`, the children with `data-k`
 * stand for the classes: superfluous ones go, missing ones are copies of the last, so that focus and
 * everything else stays where it is. In a copy, `data-n` lists what carries the class's number: names of
 * attributes, or nothing for the text.
 */
export function resize(root: Element, n: number): void {
  // Columns before rows: a copied row then has all of its columns.
  for (const container of [...root.querySelectorAll('[data-repeat]')].reverse()) {
    const items = [...container.children].filter((child) => child.hasAttribute('data-k'));
    for (const item of items.slice(n)) item.remove();
    let last = items[Math.min(n, items.length) - 1];
    for (let k = items.length + 1; last && k <= n; k++) {
      // a node's copy has the node's type, which cloneNode does not say
      const copy = last.cloneNode(true) as Element;
      renumber(copy, k);
      last.after(copy);
      last = copy;
    }
  }
}

function renumber(copy: Element, k: number): void {
  copy.setAttribute('data-k', String(k));
  for (const element of copy.querySelectorAll('[data-n]')) {
    const names = element.getAttribute('data-n') ?? '';
    if (names === '') element.textContent = String(k);
    else {
      for (const name of names.split(' ')) {
        element.setAttribute(name, (element.getAttribute(name) ?? '').replace(/\d+/, String(k)));
      }
    }
  }
}
