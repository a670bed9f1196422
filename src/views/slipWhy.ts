import type { gradientCheck } from '../numeric/gradientCheck.ts';
import { elementsOf } from './element.ts';
import { formatNumber } from './format.ts';
import { formula } from './formula.ts';
import type { Slip } from './slippedGradient.ts';
import { mark, textsOf, write } from './update.ts';

type Report = ReturnType<typeof gradientCheck>;

/** What each slip did, and what mends it. */
const MENDS: Readonly<Record<Exclude<Slip, 'none'>, string>> = {
  delta: 'δ put back, so that the target is taken away',
  sign: 'the sign turned back, so that the target is taken away',
};

/** What is said of the check of the formula as derived. */
const SAID: Readonly<Record<Report['verdict'], string>> = {
  passes: 'it passes the check',
  fails: 'the differences are too coarse for it, too',
  'too small to tell': 'it is too small to tell',
};

/** The place where it is said why a broken gradient fails, closed until the reader opens it. */
export function drawSlipWhy(document: Document): HTMLElement {
  const h = elementsOf(document);
  return h(
    'details',
    { class: 'why', hidden: true },
    h('summary', {}, 'Why?'),
    h(
      'div',
      {},
      h('p', { 'data-why-entry': true }, ' '),
      h(
        'p',
        {},
        'The nearest form that holds: ',
        h('ins', {}, formula(document, '[prob σ_k] − [target t_k]')),
        h('span', { 'data-why-mend': true }, ' '),
      ),
    ),
  );
}

/** Finds what moves in it; returns its update, from the report on the slip and that on the formula as derived. */
export function updateSlipWhy(
  root: Element,
): (slip: Slip, broken: Report, derived: () => Report) => void {
  const place = root.querySelector('.why') ?? undefined;
  const [entryText] = textsOf(root, '[data-why-entry]');
  const [mendText] = textsOf(root, '[data-why-mend]');
  return (slip, broken, derived) => {
    const fails = slip !== 'none' && broken.verdict === 'fails';
    mark(place, 'hidden', fails ? null : '');
    const entry = broken.entries[broken.worst];
    if (!fails || !entry) {
      for (const text of [entryText, mendText]) write(text, ' ');
      return;
    }
    const [formula, differences, off] = [
      entry.analytic,
      entry.numeric,
      entry.analytic - entry.numeric,
    ].map((x) => formatNumber(x));
    write(
      entryText,
      `At k = ${broken.worst + 1} the broken formula gives ${formula} and the difference of the loss ${differences}: it is off by ${off}.`,
    );
    write(mendText, `, with ${MENDS[slip]}. At your numbers ${SAID[derived().verdict]}.`);
  };
}
