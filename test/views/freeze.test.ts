// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { defaultState, targetVector } from '../../src/state/pageState.ts';
import { drawJacobian } from '../../src/views/drawJacobian.ts';
import { drawWeights } from '../../src/views/drawWeights.ts';
import { firstFrame } from '../../src/views/firstFrame.ts';
import { drawSheet } from '../../src/views/handout/drawSheet.ts';
import { freeze } from '../../src/views/handout/freeze.ts';
import { numbersInWords } from '../../src/views/handout/numbersInWords.ts';
import { updateJacobian } from '../../src/views/updateJacobian.ts';
import { updateWeights } from '../../src/views/updateWeights.ts';

const point = { ...defaultState, z: [1, 2, 3], t: targetVector(defaultState) };

function boxed(figure: Element): HTMLElement {
  const box = document.createElement('div');
  box.append(figure);
  return box;
}

test('a frozen figure has its numbers and nothing to press or fill in', () => {
  const figure = firstFrame(drawJacobian, updateJacobian, document, point);
  const before = [...figure.querySelectorAll('td button')].map(({ textContent }) => textContent);
  const frozen = freeze(boxed(figure));
  expect(frozen.querySelectorAll('button, input, select, details, [tabindex], [id]')).toHaveLength(
    0,
  );
  const after = [...frozen.querySelectorAll('[data-frozen]')].map(({ textContent }) => textContent);
  expect(after).toEqual(before);
  expect(before).toHaveLength(9);
  const chosen = frozen.querySelectorAll('[data-frozen=chosen]');
  expect([...chosen].map(({ textContent }) => textContent)).toEqual([before[1]]);
  expect(frozen.querySelector('figcaption')?.textContent).not.toMatch(/your|choose/);
});

test('fields become the numbers that stand in them', () => {
  const draw = (page: Document, n: number): HTMLElement => drawWeights(page, n, 2);
  const figure = firstFrame(draw, updateWeights, document, point);
  const values = [...figure.querySelectorAll('input[type=number]')].map((field) =>
    field instanceof HTMLInputElement ? field.value : '',
  );
  expect(values.some((value) => value.startsWith('-'))).toBe(true);
  const frozen = freeze(boxed(figure));
  const texts = [...frozen.querySelectorAll('span.number')].map(({ textContent }) => textContent);
  for (const value of values) expect(texts).toContain(value.replace('-', '−'));
});

test('custom elements become plain ones, and what is folded away is left out', () => {
  const box = document.createElement('div');
  box.innerHTML =
    '<checked-derivation class="derivation" id="a"><p data-lead>lead</p><details class="verdict"><summary>✓</summary></details></checked-derivation>' +
    '<details class="answer" open><summary>Answer</summary><p>42</p></details><details><summary>more</summary>hidden</details>';
  freeze(box);
  expect(box.querySelector('checked-derivation')).toBeNull();
  expect(box.querySelector('div.derivation')?.textContent).toBe('lead');
  expect(box.querySelector('.answer')?.textContent).toContain('42');
  expect(box.textContent).not.toContain('hidden');
});

test('a sheet shows a reader’s words as words, never as markup', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const body = document.createElement('p');
  const part = { heading: [evil], body, numbers: '', note: evil, address: 'https://a.org/#x' };
  const sheet = drawSheet(
    document,
    { title: evil, course: evil, date: '2026-02-03', paper: 'a4', numbers: 'z', address: null, items: [{ text: evil }, part] },
    1,
  ); // prettier-ignore
  expect(sheet.querySelector('img')).toBeNull();
  expect(sheet.querySelector('h1')?.textContent).toBe(evil);
  expect(sheet.querySelector('.sheet-note')?.textContent).toBe(evil);
  expect(sheet.querySelector('.sheet-course')?.textContent).toContain('3 February 2026');
});

test('parts are numbered past texts, and each has a code and an address', () => {
  const part = (k: number) => ({
    heading: ['x'],
    body: document.createElement('p'),
    numbers: '',
    note: '',
    address: `https://a.org/derivations/gradient/?i=${k}#x`,
  });
  const items = [part(1), { text: 'a\n\nb' }, part(2)];
  const names = {
    title: '',
    course: '',
    date: '',
    paper: 'letter',
    numbers: '',
    address: null,
    items,
  };
  const sheet = drawSheet(document, names, 2);
  expect([...sheet.querySelectorAll('.place')].map((one) => one.textContent)).toEqual(['1', '2']);
  expect(sheet.querySelectorAll('.sheet-text p')).toHaveLength(2);
  expect(sheet.querySelectorAll('svg.qr-code')).toHaveLength(2);
  expect(sheet.querySelector('.sheet-live a')?.textContent).toBe(
    'a.org/derivations/gradient/?i=1#x',
  );
});

test('numbers are told in words, a figure’s own by their names', () => {
  expect(numbersInWords({ ...point, own: { 'gradient-step': [0.5] } })).toBe(
    'z = (1, 2, 3), true class 2, i = 1, j = 2, step size η: 0.50',
  );
  expect(numbersInWords({ ...point, t: [0.5, 0.5, 0] })).toContain('t = (0.5, 0.5, 0)');
});
