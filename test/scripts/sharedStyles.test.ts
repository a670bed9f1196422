import { expect, test } from 'vitest';
import { withSheet } from '../../scripts/sharedStyles.ts';

test('the styles of a page become one sheet, in their order, which like pages share', () => {
  const page = (text: string): string =>
    `<html><head><style>a{}</style><title>x</title><style data-x>b{}</style></head><body>${text}</body></html>`;
  const { html, css, name } = withSheet(page('one'), '/repo/_astro/');
  expect(css).toBe('a{}\nb{}');
  expect(name).toMatch(/^embed\.[\da-f]{8}\.css$/);
  expect(html).toBe(
    `<html><head><title>x</title><link rel="stylesheet" href="/repo/_astro/${name}"></head><body>one</body></html>`,
  );
  expect(withSheet(page('two'), '/repo/_astro/').name).toBe(name);
  expect(withSheet(page('one').replace('b{}', 'c{}'), '/').name).not.toBe(name);
});
