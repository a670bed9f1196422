import { groupsOf, KIND_NAMES, type ResultGroup } from '../../search/groups.ts';
import type { SearchItem } from '../../search/searchItem.ts';
import { elementsOf } from '../../views/element.ts';
import { link } from '../../views/link.ts';

const h = elementsOf(document);

/** Results as sections with a heading and a list of links; `most` of each kind. */
export function drawResults(found: readonly SearchItem[], query: string, most: number): Node[] {
  return groupsOf(found, most).map((group, k) =>
    h(
      'section',
      { 'aria-labelledby': `found-${k}` },
      h('h2', { id: `found-${k}` }, group.title),
      h('ul', {}, ...group.items.map((item) => drawItem(item, k === 0))),
      ...moreOf(group, query),
    ),
  );
}

function moreOf({ more, title }: ResultGroup, query: string): Node[] {
  if (more === 0) return [];
  const href = link(`/search/?q=${encodeURIComponent(query)}`);
  return [h('p', { class: 'more' }, h('a', { href }, `${more} more ${title.toLowerCase()}`))];
}

function drawItem({ kind, path, title, on, math, text }: SearchItem, tellKind: boolean): Node {
  const told = tellKind && kind !== 'formula' ? KIND_NAMES[kind][0] : ''; // a formula says it itself
  const place = [told, on].filter((part) => part !== '').join(' · ');
  return h(
    'li',
    {},
    h('a', { href: link(path) }, ...nodesOf(title), ...(place === '' ? [] : [aside(place)])),
    ...(math === '' ? [] : [h('div', { class: 'brief' }, ...nodesOf(math))]),
    ...(text === '' ? [] : [h('p', {}, ...nodesOf(text))]),
  );
}

function aside(place: string): Node {
  return h('span', { class: 'on' }, ` ${place}`);
}

/** What to do where nothing is found. */
export function drawNothing(query: string): Node[] {
  return [
    h(
      'p',
      {},
      `Nothing is found for “${query}”. Search for the name of a thing (jacobian), for a sign in letters or in TeX (ŷ, \\hat y), or for a piece of a formula (ŷ - t, dL/dW).`,
    ),
    everything(),
  ];
}

/** What to do where the list of what can be found does not come. */
export function drawUnreachable(): Node[] {
  return [
    h('p', {}, 'The search could not be fetched: there seems to be no connection.'),
    everything(),
  ];
}

function everything(): Node {
  return h('p', {}, h('a', { href: link('/search/#all') }, 'All pages and what they hold'));
}

/** HTML of the build's, not a reader's, as nodes. */
export function nodesOf(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => document.importNode(node, true));
}
