import { describe, expect, it } from 'vitest';
import {
  addressOf,
  elementsIn,
  fileAt,
  filesNamedIn,
  mentionsIn,
  resolved,
} from '../../../scripts/offline/references.ts';
import { site } from './site.ts';

describe('an address', () => {
  it('of a page is its folder', () => {
    expect(addressOf('index.html')).toBe('');
    expect(addressOf('documents/index.html')).toBe('documents/');
    expect(addressOf('404.html')).toBe('404.html');
  });

  it('leads to a page with or without the slash at its end, and to nothing where there is none', () => {
    const files = site({ 'index.html': '', 'documents/index.html': '', 'data/iris.csv': '' });
    expect(fileAt(files, '')).toBe('index.html');
    expect(fileAt(files, 'documents/')).toBe('documents/index.html');
    expect(fileAt(files, 'documents')).toBe('documents/index.html');
    expect(fileAt(files, 'data/iris.csv')).toBe('data/iris.csv');
    expect(fileAt(files, 'data/')).toBeNull();
  });

  it('is read from the base and from the page alike', () => {
    const page = 'documents/note/index.html';
    expect(resolved('/repo/data/iris.csv?x#y', page, '/repo/')).toBe('data/iris.csv');
    expect(resolved('../../data/iris.csv', page, '/repo/')).toBe('data/iris.csv');
    expect(resolved('/data/iris.csv', page, '/repo/')).toBeNull();
    expect(resolved('https://elsewhere.org/data/', page, '/repo/')).toBeNull();
    expect(resolved('//elsewhere.org/repo/', page, '/repo/')).toBeNull();
    expect(resolved('#here', page, '/repo/')).toBeNull();
  });
});

describe('what a page names', () => {
  const files = site({
    'index.html': '',
    'other/index.html': '',
    'framed/index.html': '',
    'late/index.html': '',
    'a.js': '',
    'face.woff2': '',
    'n.json': '',
  });
  const named = (html: string): string[] => filesNamedIn(html, 'index.html', '/', files);

  it('are its scripts, faces and data', () => {
    expect(named('<script src="/a.js"></script><p data-numbers="/n.json">')).toEqual([
      'a.js',
      'n.json',
    ]);
    expect(named('<style>@font-face{src:url(/face.woff2)}</style>')).toEqual(['face.woff2']);
  });

  it('are other pages only where a frame or a script needs them', () => {
    expect(named('<a href="/other/">')).toEqual([]);
    expect(named('<iframe title="x" src="/framed/">')).toEqual(['framed/index.html']);
    expect(named('<p data-keep="/late/ /other/">')).toEqual([
      'late/index.html',
      'other/index.html',
    ]);
  });
});

describe('what a script names', () => {
  const files = site({ 'js/now.js': '', 'js/late.js': '', 'js/deep.js': '', 'js/worker-1.js': '' });
  const mentions = (script: string) => mentionsIn(script, 'js/main.js', files);

  it('is what it imports, now or late, and its workers', () => {
    expect(
      mentions(
        'import{a}from"./now.js";import(`./late.js`);new Worker(new URL(`worker-1.js`,import.meta.url))',
      ),
    ).toEqual([
      { file: 'js/now.js', late: false },
      { file: 'js/late.js', late: true },
      { file: 'js/worker-1.js', late: false },
    ]);
  });

  it('are the elements that it defines', () => {
    expect(
      elementsIn('customElements.define(`step-widget`,A);customElements.define("b-c",B)'),
    ).toEqual(['step-widget', 'b-c']);
  });
});
