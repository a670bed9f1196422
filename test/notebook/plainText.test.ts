import { expect, it } from 'vitest';
import { plainText } from '../../src/notebook/plainText.ts';

it('leaves citations out, with the commas between them', () => {
  const text = plainText(
    [
      { html: '<p>At most <a href="#x">a half</a> ' },
      { cite: 'bohning1992' },
      { html: ', ' },
      { cite: 'gao2017' },
      { html: '. By ' },
      { formula: 3 },
      { html: ' &amp; ' },
      { display: 'chord' },
      { html: '.</p>' },
    ],
    (formula) => `$f_${formula}$`,
    (anchor) => `(${anchor})`,
  );
  expect(text).toEqual(['At most a half. By $f_3$ & (chord).']);
});
