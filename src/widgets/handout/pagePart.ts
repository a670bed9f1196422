import { LiveChecker } from '../../check/live.ts';
import { targetVector, type PageState } from '../../state/pageState.ts';
import type { PageChecks } from '../../views/checks.ts';
import { link } from '../../views/link.ts';
import { failingText, leadText, type ToldStep } from '../../views/verdictText.ts';

/** A page of the site as it was fetched, and what checks its formulas. */
interface FetchedPage {
  readonly page: Document;
  readonly address: string;
  readonly checks: PageChecks | null;
  readonly checker: LiveChecker | null;
}

const pages = new Map<string, Promise<FetchedPage>>();

/**
 * A copy of the element `anchor` of `page` (such as `derivations/jacobian`), its formulas checked at the numbers of
 * `state`; null where the page has none. Rejects where the page can't be fetched.
 */
export async function pagePart(
  page: string,
  anchor: string,
  state: PageState,
): Promise<HTMLElement | null> {
  const fetched = await fetchPage(page);
  const element = fetched.page.getElementById(anchor);
  if (!element) return null;
  // Parsed by the browser, never written by a link: the page is one of this site's own.
  const part = document.importNode(element, true);
  for (const a of part.querySelectorAll('a[href]'))
    a.setAttribute('href', new URL(a.getAttribute('href') ?? '', fetched.address).href);
  const box = document.createElement('div');
  box.append(part);
  check(box, fetched, state);
  return box;
}

function fetchPage(name: string): Promise<FetchedPage> {
  const known = pages.get(name);
  if (known) return known;
  const loading = load(name);
  pages.set(name, loading);
  loading.catch(() => pages.delete(name));
  return loading;
}

async function load(name: string): Promise<FetchedPage> {
  const address = new URL(link(`/${name}/`), location.href).href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const text = await response.text();
  // Its body alone: the policy of the page that parses it would complain of the styles in its head.
  const page = new DOMParser().parseFromString(text.slice(text.indexOf('<body')), 'text/html');
  const checks = JSON.parse(
    page.getElementById('checks')?.textContent ?? 'null',
  ) as PageChecks | null; // as the build wrote it
  return { page, address, checks, checker: checks && new LiveChecker(checks.programs) };
}

/** Writes the line above each derivation at the numbers of `state`. */
function check(box: Element, { checks, checker }: FetchedPage, state: PageState): void {
  if (!checks || !checker) return;
  checker.moveTo({ logits: state.z, target: targetVector(state) });
  for (const derivation of box.querySelectorAll<HTMLElement>('[data-formula]')) {
    const steps = checks.formulas[Number(derivation.dataset['formula'])] ?? [];
    const told = steps.flatMap((step): ToldStep[] =>
      step ? [{ relation: step.relation, live: checker.checkAtRest(step, state) }] : [],
    );
    const lead = derivation.querySelector('[data-lead]');
    const fails = derivation.querySelector('[data-outcome=fails]') !== null;
    if (lead && told.length > 0)
      lead.textContent = (fails ? failingText(told) : leadText(told)).replace('your', 'these');
  }
}
