/** The document as it was, and each notation's page once it has been fetched. */
const pages = new Map<string, ParentNode>();

/**
 * Prints the displays of the page in the notation `name`, whose page lies below `home`; '' for the
 * document's own. Live checks and open notes stay. Does nothing if `isWanted` says so in the end.
 */
export async function printNotation(
  home: string,
  name: string,
  isWanted: () => boolean,
): Promise<void> {
  const text = document.querySelector('.text');
  if (!text) return;
  if (!pages.has('')) pages.set('', text.cloneNode(true) as Element); // a clone is an element again
  const page = pages.get(name) ?? (await fetchPage(`${home}in/${name}/`));
  pages.set(name, page);
  if (!isWanted()) return;
  for (const derivation of text.querySelectorAll('checked-derivation')) {
    const other = page.querySelector(`checked-derivation#${CSS.escape(derivation.id)}`);
    if (other) swapCells(derivation, other);
  }
  const region = document.getElementById('announcer');
  const said = page.querySelector('[data-printed]')?.textContent.trim() ?? '';
  if (region)
    region.textContent = said === '' ? 'The formulas are the document’s own again.' : said;
  const line = text.querySelector('[data-printed]');
  if (line) line.textContent = said;
}

async function fetchPage(url: string): Promise<Document> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Its styles are not used, and a browser would hold them against this page's policy.
  const html = (await response.text()).replace(/<style[\s\S]*?<\/style>/g, '');
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Shows the sides of the steps of `other`, and what is said of a formula that stayed as it was. */
function swapCells(derivation: Element, other: Element): void {
  const steps = other.querySelectorAll('.step');
  for (const [k, step] of derivation.querySelectorAll('.step').entries()) {
    const from = steps[k];
    const number = step.querySelector(':scope > .spoken');
    if (!from || !number) continue;
    for (const side of step.querySelectorAll('.side')) side.remove();
    const sides = [...from.querySelectorAll('.side:not(.in-numbers)')].map((side) =>
      document.importNode(side, true),
    );
    number.after(...sides);
    step.classList.toggle('long', from.classList.contains('long'));
  }
  derivation.querySelector('.kept')?.remove();
  const kept = other.querySelector('.kept');
  if (kept) derivation.append(document.importNode(kept, true));
  const letters = other.getAttribute('data-letters');
  if (letters === null) derivation.removeAttribute('data-letters');
  else derivation.setAttribute('data-letters', letters);
  derivation.dispatchEvent(new Event('cells'));
}
