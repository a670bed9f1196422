import type { Snippets } from '../views/code/language.ts';
import { drawCode } from '../views/drawCode.ts';
import { renderToString } from '../views/renderToString.ts';
import { updateCode } from '../views/updateCode.ts';

/** The HTML of a box with the programs `snippets` as they are first. */
export function codeHtml<T>(snippets: Snippets<T>, first: T): string {
  return renderToString((document) => {
    const box = drawCode(document);
    updateCode(box, snippets)(first);
    return box;
  });
}
