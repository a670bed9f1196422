import { elementsOf } from '../views/element.ts';

const h = elementsOf(document);

/** The pages of the site that links led to, each fetched once. */
const pages = new Map<string, Promise<Document>>();

/** At most so many lines of a derivation are shown; the link leads to all of them. */
const LINES = 6;

/** What a link leads to, for a glance: a formula, a claim or a source. Empty where there is nothing to show. */
export async function previewOf(link: HTMLAnchorElement): Promise<Node[]> {
  const { origin, pathname, hash } = link;
  if (origin !== location.origin) return [];
  try {
    const page = pathname === location.pathname ? document : await pageAt(pathname);
    const target = page.getElementById(decodeURIComponent(hash.slice(1)));
    const parts = target ? partsOf(target) : [];
    if (page !== document && parts.length > 0)
      parts.unshift(h('p', {}, page.querySelector('h1')?.textContent.trim() ?? ''));
    return parts;
  } catch {
    return []; // offline: the link is a link
  }
}

function pageAt(path: string): Promise<Document> {
  const known = pages.get(path);
  if (known) return known;
  const page = fetchPage(path);
  pages.set(path, page);
  page.catch(() => pages.delete(path));
  return page;
}

async function fetchPage(path: string): Promise<Document> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // Its styles are not this page's, whose security policy would report them.
  const html = (await response.text()).replace(/<style[\s\S]*?<\/style>/g, '');
  return new DOMParser().parseFromString(html, 'text/html');
}

function partsOf(target: Element): Node[] {
  if (target.matches('.references li')) return [h('p', {}, target.textContent.trim())];
  if (target.matches('.step')) return [lineOf(target)];
  const derivations = target.matches('.derivation')
    ? [target]
    : target.matches('.claim, .correction')
      ? [...target.querySelectorAll('.derivation')]
      : [];
  const lines = derivations.flatMap((one) => [...one.querySelectorAll('.step')]);
  const title = target.matches('.claim') ? titleOf(target) : '';
  return [
    ...(title ? [h('p', {}, title)] : []),
    ...lines.slice(0, LINES).map(lineOf),
    ...(lines.length > LINES ? [h('p', {}, '…')] : []),
  ];
}

/** The title of a claim in plain text, without the word that links to it. */
function titleOf(claim: Element): string {
  const parts = [...(claim.querySelector('.title')?.childNodes ?? [])];
  const own = parts.filter((part) => !(part instanceof Element && part.matches('.share')));
  return own
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .trim();
}

/** The sides of a step, without what belongs to their place in the page. */
function lineOf(step: Element): HTMLElement {
  const sides = [...step.querySelectorAll('.side:not(.in-numbers)')].map((side) => {
    const copy = document.importNode(side, true);
    for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
    copy.removeAttribute('tabindex');
    return copy;
  });
  return h('div', { class: 'line' }, ...sides);
}
