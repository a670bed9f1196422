import { elementsOf } from './element.ts';
import { formula } from './formula.ts';

/** A line of {@link TableParts.facts}: the number's name in markup, what it is called, its formula, and its colour. */
type Fact = readonly [name: string, label: string, source: string, quantity?: string];

/** Makers of the parts that the tables of the figures share. */
export interface TableParts {
  /** A cell for the number that an update finds by `data-` and `name`, in the colour of `quantity`. */
  readonly number: (name: string, quantity?: string) => HTMLElement;
  /** The same with a bar below, of the classes `bar`. */
  readonly bar: (name: string, quantity: string, bar?: string) => HTMLElement;
  /** The heading of a column. */
  readonly head: (...children: readonly (Node | string)[]) => HTMLElement;
  /** The head of a table with a row a class: its number k, then `heads`. */
  readonly classHead: (...heads: readonly HTMLElement[]) => HTMLElement;
  /** A row for each of `n` classes: its number k, then what `cells` makes for it. */
  readonly classRows: (n: number, cells: (k: number) => readonly HTMLElement[]) => HTMLElement;
  /** A table with a name, a formula and a number a line. */
  readonly facts: (...facts: readonly Fact[]) => HTMLElement;
}

/** The makers for `document`. */
export function tableParts(document: Document): TableParts {
  const h = elementsOf(document);
  const coloured = (quantity: string): { class?: string } =>
    quantity === '' ? {} : { class: `q-${quantity}` };
  const shown = (name: string): HTMLElement =>
    h('span', { class: 'number', [`data-${name}`]: true });
  const number: TableParts['number'] = (name, quantity = '') =>
    h('td', coloured(quantity), shown(name));
  const head: TableParts['head'] = (...children) => h('th', { scope: 'col' }, ...children);
  return {
    number,
    bar: (name, quantity, bar = 'bar') =>
      h(
        'td',
        { class: `bar-cell q-${quantity}` },
        shown(name),
        h('span', { class: bar, 'aria-hidden': 'true' }),
      ),
    head,
    classHead: (...heads) => h('thead', {}, h('tr', {}, head(h('i', {}, 'k')), ...heads)),
    classRows: (n, cells) => {
      const rows = Array.from({ length: n }, (_, at) =>
        h(
          'tr',
          { 'data-k': at + 1 },
          h('th', { scope: 'row', 'data-n': '' }, String(at + 1)),
          ...cells(at + 1),
        ),
      );
      return h('tbody', { 'data-repeat': true }, ...rows);
    },
    facts: (...facts) =>
      h(
        'table',
        { class: 'facts' },
        h(
          'tbody',
          {},
          ...facts.map(([name, label, source, quantity]) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, label),
              h('td', {}, formula(document, source)),
              number(name, quantity),
            ),
          ),
        ),
      ),
  };
}
