/** An element of a built page, as far as selectors ask for it. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly classes: ReadonlySet<string>;
  readonly parent: PageElement | null;
}

/** Elements without content. In SVG and MathML an element may end with `/>` as well. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad' },
  ...{ mdash: '—', ndash: '–', hellip: '…', minus: '−', times: '×', middot: '·' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', thinsp: '\u2009' },
};

const TOKENS =
  /<!--.*?-->|<!doctype[^>]*>|<(script|style)\b.*?<\/\1>|<(\/?)([a-z][\w-]*)((?:[^>"'/]|"[^"]*"|'[^']*'|\/(?!>))*)(\/?)>|([^<]+)/gis;

/**
 * Calls `onElement` for each element of a page in order, and `onText` for each run of text. Reads
 * what Astro writes, where every element is closed. Scripts and styles are left out.
 */
export function readHtml(
  html: string,
  onText: (text: string, parent: PageElement) => void,
  onElement: (element: PageElement) => void = () => undefined,
): void {
  const open: PageElement[] = [];
  for (const match of html.matchAll(TOKENS)) {
    const [, , closing, name, attributes = '', selfClosed, text] = match;
    const parent = open.at(-1) ?? null;
    if (text !== undefined && parent) onText(decode(text), parent);
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (closing) {
      const at = open.findLastIndex((element) => element.tag === tag);
      if (at >= 0) open.length = at;
      continue;
    }
    const element = elementOf(tag, attributes, parent);
    onElement(element);
    const closed = selfClosed && (tag === 'svg' || isForeign(parent));
    if (!closed && !VOID.has(tag)) open.push(element);
  }
}

function isForeign(element: PageElement | null): boolean {
  for (let at = element; at; at = at.parent) if (/^(?:svg|math)$/.test(at.tag)) return true;
  return false;
}

function elementOf(tag: string, source: string, parent: PageElement | null): PageElement {
  const attributes = new Map(
    [...source.matchAll(/([^\s=/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g)].map(
      ([, name = '', double, single, bare]) => [name, decode(double ?? single ?? bare ?? '')],
    ),
  );
  const classes = new Set((attributes.get('class') ?? '').split(/\s+/).filter(Boolean));
  return { tag, attributes, classes, parent };
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      const sign = ENTITIES[name ?? ''];
      if (sign === undefined) throw new Error(`the table of characters lacks ${whole}`);
      return sign;
    },
  );
}
