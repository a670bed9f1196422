import { seededRandom } from '../../src/check/random.ts';

/** What links are broken with: signs that mean something in one, numbers at the ends, markup, other keys. */
const PIECES = [
  ...['&', '=', '%', '%E2', '%00', ',', ',,', ';', '#', '?', '+', ' ', '-', '.', 'e', '0', '9', '/', '\\', '"', "'"],
  ...['NaN', 'Infinity', '-0', '1e308', '1e400', '0x10', '9'.repeat(30), 'σ', '𝟙', '\u202e', '<b>', '<img src=x onerror=alert(1)>'],
  ...['&z=', '&t=', '&i=0', '&j=11', '&upto=', '&hide=', '&hide=all,panel', '&lock=2', '&v=2', '&mode=', '&notation=none'],
  ...['&open=__proto__', '&constructor=1', '&weights-x=', '&descent-rate=0', '&gradient-check-step=2', 'javascript:alert(1)'],
]; // prettier-ignore

/** A maker of broken links: each is one of `links` with up to four parts cut, doubled, replaced or put in. */
export function mutator(links: readonly string[], seed: number): () => string {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = (texts: readonly string[]): string => texts[below(texts.length)] ?? '';
  const mutate = (query: string): string => {
    const at = below(query.length + 1);
    const [head, tail] = [query.slice(0, at), query.slice(at)];
    const kinds = [
      () => head + one(PIECES) + tail,
      () => head + one(PIECES) + tail.slice(1 + below(4)),
      () => head + tail.slice(1 + below(6)),
      () => head + head.slice(-8) + tail,
      () => `${query}&${queryOf(one(links))}`,
      () => query.replace(/=[^&]*/, `=${one(PIECES)}`),
      () => head + String.fromCharCode(33 + below(94)) + tail.slice(1),
    ];
    return kinds[below(kinds.length)]?.() ?? query;
  };
  return () => {
    const link = one(links);
    let query = queryOf(link);
    for (let k = 1 + below(4); k > 0; k--) query = mutate(query);
    return `${link.split(/[?#]/)[0] ?? ''}?${query}`;
  };
}

function queryOf(link: string): string {
  return link.split('?')[1]?.split('#')[0] ?? '';
}
