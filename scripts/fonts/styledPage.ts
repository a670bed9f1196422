import { createHash } from 'node:crypto';

const SHEET = /<style>(.*?)<\/style>/gs;

/** The style sheets that stand in a page's head, joined in their order. */
export function styleOf(html: string): string {
  return [...headOf(html).matchAll(SHEET)].map(([, css = '']) => css).join('');
}

/**
 * The page with `css` as its only style sheet, after `links`. Its policy allows that style sheet, by
 * its hash, and no other.
 */
export function withStyle(html: string, css: string, links: string): string {
  const head = headOf(html);
  const hash = createHash('sha256').update(css).digest('base64');
  const bare = head.replaceAll(SHEET, '').replace(/(style-src )([^;"]*)/, (_, name, sources) => {
    const others = String(sources)
      .split(' ')
      .filter((source) => source !== '' && !source.startsWith("'sha256-"));
    return `${String(name)}${[...others, `'sha256-${hash}'`].join(' ')}`;
  });
  return `${bare}${links}<style>${css}</style>${html.slice(head.length)}`;
}

function headOf(html: string): string {
  const end = html.indexOf('</head>');
  if (end < 0) throw new Error('the page has no head');
  return html.slice(0, end);
}
