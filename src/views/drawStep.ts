import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { ownPresets, ownSlider } from './ownSlider.ts';
import { scroller } from './scroller.ts';
import { tableParts } from './tableParts.ts';

const stepSize = { key: 'gradient-step', label: 'step size', usual: 1 };

/** One step of gradient descent on the logits of `n` classes: the prediction and the loss before and after. */
export function drawStep(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const { number, bar, head, classHead, classRows, facts } = tableParts(document);
  return h(
    'figure',
    { class: 'widget step' },
    h(
      'figcaption',
      {},
      'One step of gradient descent on the logits: ',
      formula(document, '[logit z]′ = [logit z] − η ([prob ŷ] − [target t])'),
    ),
    ownSlider(document, { ...stepSize, symbol: 'η', min: 0, max: 10, step: 0.1 }),
    ownPresets(document, stepSize, [
      ['none', 0],
      ['short', 0.1],
      ['η = 1', 1],
      ['the bound, 4', 4],
      ['too long', 10],
    ]),
    scroller(
      document,
      'the step class by class',
      h(
        'table',
        {},
        h('caption', {}, 'The distribution before and after'),
        classHead(
          head(formula(document, '[target t_k]')),
          head('before ', formula(document, '[prob ŷ_k]')),
          head(formula(document, '[logit z_k]')),
          head(formula(document, '[logit z_k′]')),
          head('after ', formula(document, '[prob ŷ_k′]')),
        ),
        classRows(n, () => [
          number('target', 'target'),
          bar('before', 'prob'),
          number('logit', 'logit'),
          number('moved', 'logit'),
          bar('after', 'prob'),
        ]),
      ),
    ),
    facts(
      ['loss-before', 'loss before', 'L'],
      ['loss-after', 'loss after', 'L′'],
      ['fall', 'it falls by', 'L − L′'],
      ['least', 'by theory at least', 'η (1 − η ∕ 4) ‖ŷ − t‖^2'],
    ),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
    h(
      'div',
      { class: 'choices' },
      h('button', { type: 'button', 'data-act': 'take' }, 'take this step'),
    ),
  );
}
