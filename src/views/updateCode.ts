import { LANGUAGES, type Snippets } from './code/language.ts';
import { textsOf, write } from './update.ts';

/** Finds the programs in a drawn box; returns the update that writes those of `snippets`. */
export function updateCode<T>(root: Element, snippets: Snippets<T>): (of: T) => void {
  const texts = textsOf(root, 'code');
  return (of) => LANGUAGES.forEach(({ name }, k) => write(texts[k], snippets[name](of)));
}
