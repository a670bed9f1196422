import type { Expression, Index, IndexCondition } from '../../src/expression/tree.ts';

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
      return `(${show(e.left)} ${e.written === 'otimes' ? '⊗' : '*'} ${show(e.right)})`;
    case 'divide':
      return `(${show(e.left)} / ${show(e.right)})`;
    case 'power':
      return `(${show(e.left)} ^ ${show(e.right)})`;
    case 'indicator':
      return `[${conditions(e.conditions)}]`;
    case 'fold': {
      const where = e.where.map((c) => `, ${name(c.left)}${c.comparison}${name(c.right)}`).join('');
      const to = e.to ? ` to ${name(e.to)}` : '';
      return `${e.fold}[${e.index}${to}${where}](${show(e.body)})`;
    }
    case 'norm':
      return `norm(${show(e.of)})`;
    case 'diagonal':
      return `diag(${show(e.of)})`;
    case 'vec':
      return `vec(${show(e.of)})`;
    case 'trace':
      return `tr(${show(e.of)})`;
    case 'constant vector':
      return `vector of ${e.value}${e.size?.of ?? ''}`;
    case 'identity':
      return `identity${e.size?.of ?? ''}`;
    case 'among':
      return `${e.fold}{${list(e.list)}}`;
    case 'cases':
      return `cases(${e.branches.map(({ value, where }) => `${show(value)} if ${conditions(where)}`).join('; ')})`;
    case 'matrix':
      return `[${e.rows.map(({ cells }) => list(cells)).join('; ')}]${place(e.marked)}`;
    case 'derivative':
      return `d/d${show(e.by)}${e.by.stacked ? ` by ${e.by.stacked}` : ''}(${show(e.of)})`;
  }
}

function list(items: readonly (Expression | null)[]): string {
  return items.map((item) => (item ? show(item) : '…')).join(', ');
}

function conditions(where: readonly IndexCondition[] | null): string {
  return where?.map((c) => name(c.left) + c.comparison + name(c.right)).join() ?? 'otherwise';
}

function place(index: Index | null): string {
  return index ? `_${name(index)}` : '';
}

function name(index: Index): string {
  if (index.kind === 'letter') return index.name;
  if (index.kind === 'label') return `<${index.symbol}${index.at.map(place).join('')}>`;
  return index.kind === 'literal' ? String(index.value) : (index.size.of ?? '');
}
