// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { defaultSettings, settingTexts } from '../../src/state/descentSettings.ts';
import { defaultState, targetVector } from '../../src/state/pageState.ts';
import { drawJacobian } from '../../src/views/drawJacobian.ts';
import { drawWeights } from '../../src/views/drawWeights.ts';
import { firstFrame } from '../../src/views/firstFrame.ts';
import { drawSheet } from '../../src/views/handout/drawSheet.ts';
import { freeze } from '../../src/views/handout/freeze.ts';
import { numbersInWords, settingsInWords } from '../../src/views/handout/numbersInWords.ts';
import { paperWords } from '../../src/views/handout/paperWords.ts';
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

test('the whole sheet has a code of its own, sized to be scanned, and a sentence where it is too long for one', () => {
  const draw = (address: string | null, items: readonly { text: string }[]): HTMLElement =>
    drawSheet(
      document,
      { title: '', course: '', date: '', paper: 'a4', numbers: '', address, items },
      1,
    );
  const items = [{ text: 'a' }];
  const address = `https://a.org/handout/sheet/#h1z=${'a'.repeat(300)}`;
  const whole = draw(address, items).querySelector('.sheet-whole');
  expect(whole?.querySelector('a')?.getAttribute('href')).toBe(address);
  const modules = Number(
    whole?.querySelector('svg.qr-code')?.getAttribute('viewBox')?.split(' ')[3],
  );
  const width = Number(/inline-size: ([\d.]+)mm/.exec(whole?.getAttribute('style') ?? '')?.[1]);
  expect(width / modules).toBeCloseTo(0.4, 2);
  for (const long of [null, `${address}${'a'.repeat(16_000)}`]) {
    const sheet = draw(long, items);
    expect(sheet.querySelector('.qr-code')).toBeNull();
    expect(sheet.querySelector('.sheet-long')?.textContent).toMatch(/too long for a QR code/);
  }
  expect(draw(null, []).querySelector('.sheet-long, .sheet-whole')).toBeNull();
});

test('a figure that speaks to its reader speaks of the numbers on paper', () => {
  for (const [said, printed] of [
    ['Your logits, and your target at your numbers; choose an entry', 'The logits, and the target'],
    [
      'You have two classes: this is your whole softmax.',
      'With two classes this is the whole softmax.',
    ],
    ['You have 4 classes: of what', 'Of what'],
    ['At your numbers it fails.', 'At these numbers it fails.'],
    ['the youngest of the courses', 'the youngest of the courses'],
  ] as const)
    expect(paperWords(said)).toBe(printed);
});

test('the settings of a training are told, those that are not used left out', () => {
  expect(settingsInWords(settingTexts(defaultSettings))).toBe(
    'λ = 0.01, safe learning rate 1 ∕ L, 500 steps, seed 1, data iris',
  );
  const chosen = { ...defaultSettings, rate: 2, momentum: 0.9, search: true };
  expect(settingsInWords(settingTexts(chosen))).toContain(
    'learning rate η = 2, momentum μ = 0.9, line search',
  );
});
