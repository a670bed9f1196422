/** A rule of a style sheet. */
export interface Rule {
  /** The selectors between commas. */
  readonly selectors: readonly string[];
  /** The declarations as written, without braces. */
  readonly body: string;
  /** Whether it holds only at times: inside `@media`, `@supports` and the like. */
  readonly conditional: boolean;
}

/** A piece of a style sheet: a rule, an at-rule with rules inside, or an at-rule of another kind. */
export type Piece =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'group'; readonly prelude: string; readonly pieces: readonly Piece[] }
  | { readonly kind: 'other'; readonly source: string };

/** The pieces of `css`, in order. Rules nested in rules are not known here. */
export function readCss(css: string, conditional = false): Piece[] {
  const source = css.replace(/\/\*.*?\*\//gs, '');
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    const end = endOf(source, at, '{;');
    const prelude = source.slice(at, end).trim();
    if (source[end] !== '{') {
      if (prelude) pieces.push({ kind: 'other', source: `${prelude};` });
      at = end + 1;
      continue;
    }
    const close = endOf(source, end + 1, '}');
    const body = source.slice(end + 1, close).trim();
    if (/^@(media|supports|container|layer)\b/.test(prelude)) {
      pieces.push({ kind: 'group', prelude, pieces: readCss(body, true) });
    } else if (prelude.startsWith('@')) {
      pieces.push({ kind: 'other', source: `${prelude}{${body}}` });
    } else {
      const rule = { selectors: splitOutside(prelude, ','), body, conditional };
      pieces.push({ kind: 'rule', rule });
    }
    at = close + 1;
  }
  return pieces;
}

/** The pieces as CSS again. */
export function writeCss(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'rule':
          return `${piece.rule.selectors.join(',')}{${piece.rule.body}}`;
        case 'group':
          return piece.pieces.length > 0 ? `${piece.prelude}{${writeCss(piece.pieces)}}` : '';
        case 'other':
          return piece.source;
      }
    })
    .join('');
}

/** All rules, those in groups too, in order. */
export function rulesOf(pieces: readonly Piece[]): Rule[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'rule' ? [piece.rule] : piece.kind === 'group' ? rulesOf(piece.pieces) : [],
  );
}

/** The declarations of a rule's body: name and value. */
export function declarationsOf(body: string): [name: string, value: string][] {
  return splitOutside(body, ';').flatMap((part): [string, string][] => {
    const colon = part.indexOf(':');
    if (colon < 0) return [];
    return [[part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim()]];
  });
}

/** The parts of `text` between separators that stand outside brackets and strings, trimmed. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at <= text.length;) {
    const end = endOf(text, at, separator);
    parts.push(text.slice(at, end).trim());
    at = end + 1;
  }
  return parts.filter(Boolean);
}

/** Where the first of `stops` is, from `at`, outside brackets and strings; else the end. */
function endOf(text: string, at: number, stops: string): number {
  let depth = 0;
  for (let k = at; k < text.length; k++) {
    const sign = text.charAt(k);
    if (depth === 0 && stops.includes(sign)) return k;
    if (sign === '\\') k++;
    else if (sign === '"' || sign === "'") {
      do k += text[k] === '\\' ? 2 : 1;
      while (k < text.length && text[k] !== sign);
    } else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
  }
  return text.length;
}
