import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../scripts/fonts/readHtml.ts';

function read(html: string): { texts: string[]; tags: string[] } {
  const texts: string[] = [];
  const tags: string[] = [];
  readHtml(
    html,
    (text, parent) => texts.push(`${parent.tag}: ${text}`),
    (element) => tags.push(element.tag),
  );
  return { texts, tags };
}

describe('readHtml', () => {
  it('gives each run of text to the element that it stands in', () => {
    const { texts } = read('<!doctype html><p>a<br>b <em>c</em> d</p>');
    expect(texts).toEqual(['p: a', 'p: b ', 'em: c', 'p:  d']);
  });

  it('leaves out comments, scripts and styles', () => {
    const { texts } = read('<p>a<!-- <b>x</b> --></p><script>1 < 2</script><style>p>q{}</style>');
    expect(texts).toEqual(['p: a']);
  });

  it('decodes character references, and refuses those that it does not know', () => {
    expect(read('<p>&amp;&#960;&#x2212;&lt;</p>').texts).toEqual(['p: &π−<']);
    expect(() => read('<p>&bogus;</p>')).toThrow('&bogus;');
  });

  it('closes SVG elements that end with a slash, and keeps slashes in attributes', () => {
    const { texts } = read('<svg><path d="M0 0"/><text>t</text></svg><a href=/x/>u</a>');
    expect(texts).toEqual(['text: t', 'a: u']);
  });
});
