import { expect, test } from 'vitest';
import { link } from '../../src/views/link.ts';

test.each([
  ['/', '/documents/', '/documents/'],
  ['/repo/', '/documents/', '/repo/documents/'],
  ['/repo', '/', '/repo/'],
])('under %s, %s is %s', (base, path, address) => {
  expect(link(path, base)).toBe(address);
});
