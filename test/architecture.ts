import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** A source file and the modules it imports, as written. */
export interface Source {
  /** Below `src`, such as `check/machine.ts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The layer table of the design: what each folder of `src` may import besides itself. `types` are
 * layers of which only types may be used.
 */
export const LAYERS: Readonly<
  Record<string, { readonly may: readonly string[]; readonly types?: readonly string[]; readonly packages?: readonly string[] }>
> = {
  numeric: { may: [] },
  search: { may: [], packages: ['minisearch'] },
  expression: { may: ['numeric'] },
  tex: { may: ['expression'] },
  check: { may: ['expression', 'numeric'] },
  notebook: {
    may: ['tex', 'check', 'expression'],
    packages: [
      'astro', 'hast-util-to-html', 'mdast', 'mdast-util-directive', 'mdast-util-to-hast', 'node:', 'remark-directive',
      'remark-frontmatter', 'remark-math', 'remark-parse', 'unified', 'unist', 'unist-util-visit', 'yaml', 'zod',
    ],
  },
  typeset: { may: [], packages: ['katex'] },
  state: { may: [] },
  offline: { may: [], packages: ['workbox-routing', 'workbox-strategies'] },
  views: { may: ['numeric', 'typeset'], types: ['check', 'search'], packages: ['happy-dom', 'lean-qr', '@observablehq/plot'] },
  widgets: { may: ['views', 'state', 'numeric', 'check', 'search', 'offline', 'styles'] },
  components: { may: ['views', 'notebook', 'typeset', 'state', 'search', 'styles', 'content'], packages: ['katex'] },
  layouts: { may: ['components', 'views', 'styles'], packages: ['virtual:'] },
  pages: { may: ['layouts', 'components', 'views', 'notebook', 'state', 'styles'], packages: ['astro', 'astro:content'] },
  cli: { may: ['notebook'], types: ['check'], packages: ['node:'] },
  'content.config.ts': { may: ['notebook'], packages: ['astro', 'astro:content'] },
}; // prettier-ignore

/** What single files may import beside what their layer may: a reader's formulas are read in the page. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'widgets/ownFunction.ts': ['notebook', 'typeset'],
};

/** Layers that must not know of a browser. */
const WITHOUT_DOM = new Set(['numeric', 'expression', 'tex', 'check', 'notebook']);
const DOM = /(?<!\.)\b(?:document|window|HTMLElement|localStorage)\b(?!['`:])/;

/** What is wrong with the imports of some sources; a sentence each. */
export function faultsOf(sources: readonly Source[]): string[] {
  return [...sources.flatMap(layerFaults), ...cycles(sources)];
}

function layerFaults(source: Source): string[] {
  const layer = layerOf(source.path);
  const rule = LAYERS[layer];
  if (!rule) return [`${source.path}: no layer ${layer}`];
  const faults = importsOf(source).flatMap(({ module, typeOnly, script }) => {
    // A component's script runs in the page and starts its widget.
    const may = script ? ['widgets'] : [...rule.may, ...(EXCEPTIONS[source.path] ?? [])];
    if (!module.startsWith('.')) {
      const known = rule.packages?.some(
        (name) => module === name || module.startsWith(name.endsWith(':') ? name : `${name}/`),
      );
      return known ? [] : [`${source.path}: package ${module} is not for ${layer}`];
    }
    const target = layerOf(resolvePath(source.path, module));
    const allowed =
      target === layer || may.includes(target) || (typeOnly && (rule.types ?? []).includes(target));
    return allowed ? [] : [`${source.path}: ${layer} may not import ${target}`];
  });
  const code = source.text.replace(
    /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
    '',
  );
  if (WITHOUT_DOM.has(layer) && DOM.test(code))
    faults.push(`${source.path}: ${layer} may not touch the DOM`);
  return faults;
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? '';
}

interface Import {
  readonly module: string;
  readonly typeOnly: boolean;
  /** Whether it stands in an Astro file's `<script>`. */
  readonly script: boolean;
}

/** The imports of a TypeScript file, or of an Astro file's frontmatter and scripts. */
export function importsOf({ path, text }: Source): Import[] {
  if (!path.endsWith('.astro')) return importsIn(text, false);
  const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1] ?? '',
  );
  return [...importsIn(front, false), ...scripts.flatMap((script) => importsIn(script, true))];
}

function importsIn(text: string, script: boolean): Import[] {
  const file = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : undefined;
    if (specifier && ts.isStringLiteral(specifier)) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
      const named =
        clause?.namedBindings && ts.isNamedImports(clause.namedBindings)
          ? clause.namedBindings.elements
          : [];
      const typeOnly =
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
        (named.length > 0 && named.every((name) => name.isTypeOnly));
      found.push({ module: specifier.text, typeOnly, script });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument))
        found.push({ module: argument.text, typeOnly: false, script });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function resolvePath(from: string, module: string): string {
  return relative('/', resolve('/', dirname(from), module));
}

/** Files that import each other in a circle, types included. */
function cycles(sources: readonly Source[]): string[] {
  const known = new Map(sources.map((source) => [source.path, source]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const source = known.get(path);
    if (!source || state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    state.set(path, 'open');
    for (const { module } of importsOf(source)) {
      if (module.startsWith('.')) visit(resolvePath(path, module), [...trail, path]);
    }
    state.set(path, 'done');
  };
  for (const path of known.keys()) visit(path, []);
  return found;
}

/** All source files below the folder `src`. */
export function sourcesBelow(src: string): Source[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|astro)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));
}
