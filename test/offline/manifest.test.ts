import { expect, test } from 'vitest';
import { pathBelow } from '../../src/offline/manifest.ts';

const path = (base: string, url: string): string | null =>
  pathBelow(base, new URL(url, 'http://site.example'));

test('a path is what follows the base, without query, anchor and index.html', () => {
  expect(path('/', '/documents/note/?z=1#delta')).toBe('documents/note/');
  expect(path('/repo/', '/repo/documents/index.html')).toBe('documents/');
  expect(path('/repo/', '/repo/')).toBe('');
  expect(path('/', '/index.html')).toBe('');
});

test('an address beside the base has no path', () => {
  expect(path('/repo/', '/')).toBeNull();
  expect(path('/repo/', '/repository/')).toBeNull();
});
