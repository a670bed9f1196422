import { Anchors } from './anchors.ts';
import { writtenAnchors } from './anchorsIn.ts';
import { BlockReader } from './blockReader.ts';
import { Faults } from './faults.ts';
import { FormulaReader } from './formulaReader.ts';
import { readFrontMatter, type FrontMatter } from './frontMatter.ts';
import { Lines, withoutMark } from './lines.ts';
import { parseMarkdown } from './markdown.ts';
import type { Notebook } from './model.ts';
import type { Notation } from './notation.ts';
import { pointersIn } from './pointers.ts';
import { resultOf } from './result.ts';
import { titleAnchors } from './titleAnchors.ts';

/**
 * Reads and checks the Markdown file `file`. What is wrong with it is in the result; where its links
 * lead is for `linked` to check, which knows the other pages.
 */
export function readNotebook(
  file: string,
  written: string,
  notations: ReadonlyMap<string, Notation>,
): Notebook {
  const source = withoutMark(written);
  const lines = new Lines(source);
  const markdown = parseMarkdown(source, lines);
  const { root, formulas: found, faults: misread } = markdown;
  const faults = new Faults(lines, misread);
  const [first] = root.children;
  const front = readFront(file, first?.type === 'yaml' ? first.value : null, faults);
  const notation = notations.get(front.notation) ?? null;
  if (!notation) {
    const known = [...notations.keys()].join(', ');
    faults.add(
      'front-matter',
      `unknown notation ${front.notation}`,
      `the notations are ${known}`,
      0,
      3,
    );
  }
  const anchors = new Anchors(faults);
  const formulas = new FormulaReader({ found, notation, lines, faults, anchors });
  const nodes = root.children.filter((node) => node.type !== 'yaml');
  const titles = titleAnchors(root, writtenAnchors(markdown, lines));
  const blocks = new BlockReader(formulas, { anchors, titles }, faults).read(nodes);
  formulas.refuseUnread();
  const table = formulas.table ?? [...notations.values()][0]?.table;
  if (!table) throw new Error('no notations');
  const result = front.result ? resultOf(front.result, blocks, formulas.formulas, table) : null;
  if (result && 'word' in result) {
    const at = Math.max(0, source.indexOf(result.word, source.indexOf('result:')));
    faults.add('result', result.message, result.hint, at, at + result.word.length);
  }
  return {
    file,
    front,
    result: result && 'word' in result ? null : result,
    blocks,
    formulas: formulas.formulas,
    table,
    anchors: anchors.all,
    pointers: pointersIn(root, source, lines),
    references: [],
    faults: faults.all,
  };
}

function readFront(file: string, yaml: string | null, faults: Faults): FrontMatter {
  const front = yaml === null ? 'no front matter' : readFrontMatter(yaml);
  if (typeof front !== 'string') return front;
  faults.add('front-matter', front, 'a file starts with --- title: … notation: … ---', 0, 3);
  return { title: file, notation: 'canonical', description: '' };
}
