import type { Plugin } from 'vite';

/** What the bundler tells of a module. */
interface Module {
  readonly isEntry: boolean;
  /** The modules that import it at once, not late. */
  readonly importers: readonly string[];
}

interface Modules {
  getModuleInfo(id: string): Module | null;
}

/** The module by which the bundler preloads what late scripts need. */
const PRELOAD = '\0vite/preload-helper.js';

/**
 * Keeps all that the pages' entry imports at once in one file. Left alone the bundler cuts out what
 * late scripts share with it, and a page would fetch its script in pieces, one after the other. Late
 * scripts are not preloaded either: that and the list of what each needs would be a tenth of the entry.
 */
export function oneEntry(): Plugin {
  return {
    name: 'one-entry',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    configEnvironment: (name) =>
      name === 'client'
        ? {
            build: {
              modulePreload: false,
              rolldownOptions: { output: { codeSplitting: { groups: [{ name: entryChunk }] } } },
            },
          }
        : null,
    load: (id) => (id === PRELOAD ? 'export const __vitePreload = (load) => load();' : null),
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && !chunk.isEntry && chunk.viteMetadata?.importedCss.size)
          this.error(`${chunk.fileName} would come without its styles: import them with ?inline`);
    },
  };
}

/** The chunk of the module `id`, where the entry imports it at once; null where it does not. */
export function entryChunk(id: string, modules: Modules): string | null {
  return isReached(id, modules, new Set()) ? 'page' : null;
}

function isReached(id: string, modules: Modules, seen: Set<string>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const module = modules.getModuleInfo(id);
  if (!module) return false;
  return module.isEntry || module.importers.some((importer) => isReached(importer, modules, seen));
}
