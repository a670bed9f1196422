import type { Expression, Index } from '../../src/expression/tree.ts';

/** A formula in full brackets: what it was read as. */
export function show(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return e.text;
    case 'size':
      return e.size.of ?? '';
    case 'entry':
      return e.symbol + e.at.map(place).join('');
    case 'apply':
      return `${e.symbol}(${e.arguments.map(show).join(', ')})${e.at.map(place).join('')}`;
    case 'component':
      return `${show(e.of)}${e.at.map(place).join('')}`;
    case 'elementary':
      return `${e.name}(${show(e.of)})`;
    case 'negate':
      return `(-${show(e.of)})`;
    case 'transpose':
      return `${show(e.of)}'`;
    case 'add':
      return `(${show(e.left)} + ${show(e.right)})`;
    case 'subtract':
      return `(${show(e.left)} - ${show(e.right)})`;
    case 'multiply':
      return `(${show(e.left)} * ${show(e.right)})`;
    case 'divide':
      return `(${show(e.left)} / ${show(e.right)})`;
    case 'power':
      return `(${show(e.left)} ^ ${show(e.right)})`;
    case 'indicator':
      return `[${e.conditions.map((c) => name(c.left) + c.comparison + name(c.right)).join()}]`;
    case 'fold': {
      const where = e.where.map((c) => `, ${name(c.left)}${c.comparison}${name(c.right)}`).join('');
      const to = e.to ? ` to ${name(e.to)}` : '';
      return `${e.fold}[${e.index}${to}${where}](${show(e.body)})`;
    }
    case 'derivative':
      return `d/d${show(e.by)}(${show(e.of)})`;
  }
}

function place(index: Index | null): string {
  return index ? `_${name(index)}` : '';
}

function name(index: Index): string {
  if (index.kind === 'letter') return index.name;
  return index.kind === 'literal' ? String(index.value) : (index.size.of ?? '');
}
