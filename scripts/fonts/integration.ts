import type { AstroIntegration } from 'astro';
import { FORMULA_SHEET, TEXT_SHEETS } from './faces.ts';
import { finishSite } from './finishSite.ts';

/** What a style sheet's rules for faces look like. */
const FACE_RULES = /@font-face\s*\{[^}]*\}/g;

/**
 * Gives the built site its faces, cut down to what its pages show, and each page one style sheet.
 * While developing, pages have the whole faces instead.
 */
export function fonts(): AstroIntegration {
  let site = { base: '/', assets: '_astro' };
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command === 'dev') {
          for (const sheet of TEXT_SHEETS) injectScript('page-ssr', `import '${sheet}';`);
          return;
        }
        // The style sheet of formulas would bring every face of KaTeX in three formats.
        const transform = (code: string, id: string): { code: string; map: null } | undefined =>
          id.includes(FORMULA_SHEET)
            ? { code: code.replace(FACE_RULES, ''), map: null }
            : undefined;
        updateConfig({
          vite: { plugins: [{ name: 'formula-faces', enforce: 'pre', transform }] },
        });
      },
      'astro:config:done': ({ config }) => {
        site = { base: config.base.replace(/\/?$/, '/'), assets: config.build.assets };
      },
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(await finishSite(dir, site));
      },
    },
  };
}
