import { markdownOf, texOf } from '../formulaSource.ts';
import { texMaths, texText } from './texSigns.ts';

/** How the parts of a sheet are written in one format. */
interface Format {
  readonly text: (text: string) => string;
  readonly maths: (tex: string) => string;
  readonly display: (derivation: Element) => string;
  readonly heading: (text: string, rank: 1 | 2) => string;
  readonly strong: (text: string) => string;
  readonly emphasis: (text: string) => string;
  readonly code: (text: string) => string;
  readonly link: (text: string, address: string) => string;
  readonly address: (address: string) => string;
  readonly items: (items: readonly string[], ordered: boolean) => string;
  readonly table: (rows: readonly (readonly string[])[]) => string;
  readonly whole: (body: string, paper: string) => string;
}

const MARKDOWN: Format = {
  text: (text) =>
    text
      .replaceAll(/[\\`*_[\]<>$|]/g, '\\$&')
      .replaceAll(/^(\s*)([#+-])/gm, '$1\\$2')
      .replaceAll(/^(\s*\d+)\.(?=\s)/gm, '$1\\.'),
  maths: (tex) => `$${tex}$`,
  display: markdownOf,
  heading: (text, rank) => `${'#'.repeat(rank)} ${text}`,
  strong: (text) => `**${text}**`,
  emphasis: (text) => `*${text}*`,
  code: (text) => `\`${text}\``,
  link: (text, address) => `[${text}](<${address}>)`,
  address: (address) => `<${address}>`,
  items: (items, ordered) =>
    items.map((one, k) => `${ordered ? `${k + 1}.` : '-'} ${one}`).join('\n'),
  table: ([head = [], ...rows]) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  whole: (body) => `${body}\n`,
};

const TEX: Format = {
  text: texText,
  maths: (tex) => `$${tex}$`,
  display: (derivation) => {
    const tex = texOf(derivation);
    return tex.startsWith('\\begin{aligned}')
      ? tex
          .replace('\\begin{aligned}', '\\begin{align*}')
          .replace(/\\end\{aligned\}$/, '\\end{align*}')
      : `\\[\n${tex}\n\\]`;
  },
  heading: (text, rank) => (rank === 1 ? `\\section*{${text}}` : `\\subsection*{${text}}`),
  strong: (text) => `\\textbf{${text}}`,
  emphasis: (text) => `\\emph{${text}}`,
  code: (text) => `\\texttt{${texText(text)}}`,
  link: (text, address) => `\\href{${address.replaceAll(/[%#&\\{}]/g, '\\$&')}}{${text}}`,
  address: (address) => `\\url{${address.replaceAll(/[%#&\\{}]/g, '\\$&')}}`,
  items: (items, ordered) => {
    const name = ordered ? 'enumerate' : 'itemize';
    return `\\begin{${name}}\n${items.map((one) => `  \\item ${one}`).join('\n')}\n\\end{${name}}`;
  },
  table: (rows) => {
    const columns = 'l'.repeat(Math.max(1, ...rows.map(({ length }) => length)));
    const table = `\\begin{tabular}{${columns}}\n${rows.map((row) => `  ${row.join(' & ')}`).join(' \\\\\n')}\n\\end{tabular}`;
    return `\\begin{center}\n\\fitted{${table}}\n\\end{center}`;
  },
  whole: (body, paper) =>
    [
      `\\documentclass[11pt,${paper === 'letter' ? 'letterpaper' : 'a4paper'}]{article}`,
      '\\usepackage{iftex}',
      '\\ifPDFTeX\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\else\\usepackage{fontspec}\\fi',
      '\\usepackage{amsmath,amssymb,graphicx}',
      '\\usepackage[margin=2.2cm]{geometry}',
      '\\usepackage[hidelinks]{hyperref}',
      '\\allowdisplaybreaks',
      // A table wider than the text is set smaller.
      '\\newcommand\\fitted[1]{\\sbox0{#1}\\ifdim\\wd0>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox0}\\else\\usebox0\\fi}',
      '\\begin{document}',
      '',
      body,
      '',
      '\\end{document}',
      '',
    ].join('\n'),
};

const FORMATS = { markdown: MARKDOWN, tex: TEX } as const;

/** A drawn sheet as Markdown with TeX in it, or as a LaTeX file. */
export function exportSheet(sheet: HTMLElement, format: keyof typeof FORMATS): string {
  const chosen = FORMATS[format];
  return chosen.whole(blocks(sheet, chosen).join('\n\n'), sheet.dataset['paper'] ?? '');
}

/** Drawings and what only makes sense beside them. */
const DRAWN =
  'svg, .sheet-whole, .sheet-long, .axis-title, .key, .ends, .stack, .stack-scale, .band-scale, .images, .scale, .legend';

/** Elements that stand in a line of text. */
const INLINE = 'span, a, em, i, strong, b, code, sub, sup, cite, math, br';

/** The parts of `element`, each a block of text. */
function blocks(element: Element, format: Format): string[] {
  const made: string[] = [];
  let line = '';
  const end = (): void => {
    if (line.trim() !== '') made.push(line.trim());
    line = '';
  };
  for (const node of element.childNodes) {
    if (!(node instanceof Element) || node.matches(INLINE)) {
      line += inline(node, format);
      continue;
    }
    end();
    made.push(...block(node, format));
  }
  end();
  return made;
}

function block(element: Element, format: Format): string[] {
  const text = (): string => words(element, format);
  const some = (made: string): string[] => (made === '' ? [] : [made]);
  if (element.matches(DRAWN)) return [];
  if (element.matches('.derivation')) return derivation(element, format);
  if (element.matches('h1, h2') && element.closest('.sheet-head'))
    return [format.heading(text(), 1)];
  if (element.matches('h2, h3')) return [format.heading(text(), 2)];
  if (element.matches('.sheet-name')) return [`${text()}:`];
  if (element.matches('figcaption, .sheet-numbers')) return some(text()).map(format.emphasis);
  if (element.matches('p.title')) return some(text()).map(format.strong);
  if (element.matches('ul, ol')) {
    const items = [...element.children].map((item) => words(item, format));
    return [format.items(items, element.matches('ol'))];
  }
  if (element.matches('table')) return table(element, format);
  if (element.matches('p, summary, dt, dd')) return some(text());
  return blocks(element, format);
}

function derivation(element: Element, format: Format): string[] {
  const lead = element.querySelector('[data-lead]')?.textContent.trim() ?? '';
  return [format.display(element), ...(lead === '' ? [] : [format.emphasis(format.text(lead))])];
}

function table(element: Element, format: Format): string[] {
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].flatMap((cell) => [
      words(cell, format),
      ...Array.from({ length: Number(cell.getAttribute('colspan') ?? 1) - 1 }, () => ''),
    ]),
  );
  const caption = element.querySelector('caption');
  return [...(caption ? [format.emphasis(words(caption, format))] : []), format.table(rows)];
}

/** What `element` says, in one line. */
function words(element: Element, format: Format): string {
  return [...element.childNodes]
    .map((node) => inline(node, format))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function inline(node: Node, format: Format): string {
  if (!(node instanceof Element)) return format.text(node.textContent ?? '');
  if (node.matches(DRAWN)) return '';
  if (node.matches('.katex'))
    return format.maths(node.querySelector('annotation')?.textContent ?? '');
  if (node.matches('.formula'))
    return node.textContent === '' ? '' : format.maths(formulaTex(node));
  const inner = (): string => [...node.childNodes].map((one) => inline(one, format)).join('');
  if (node.matches('.place')) return `${inner()}. `;
  if (node.matches('em, cite')) return format.emphasis(inner());
  if (node.matches('strong, b')) return format.strong(inner());
  if (node.matches('code')) return format.code(node.textContent);
  if (node.matches('.sheet-live a')) return format.address(node.getAttribute('href') ?? '');
  if (node.matches('a[href]')) return format.link(inner(), node.getAttribute('href') ?? '');
  if (node.matches('br, p, div, td, th, li') || apart(node)) return `${inner()} `;
  return inner();
}

/** Whether only the styles keep `span` and what follows it apart, as a label and its field. */
function apart(span: Element): boolean {
  const [next, after] = [span.nextSibling, span.nextElementSibling];
  return span.localName === 'span' && next !== null && next === after && next.nodeName === 'SPAN';
}

/** A short formula that was set without KaTeX, as TeX. */
function formulaTex(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return texMaths(node.textContent ?? '');
      const inner = formulaTex(node);
      if (node.localName === 'sub') return `_{${inner}}`;
      return node.localName === 'sup' ? `^{${inner}}` : inner;
    })
    .join('');
}
