import { encode } from '../../state/encode.ts';
import { decodeSettings, settingTexts } from '../../state/descentSettings.ts';
import { encodeHandout } from '../../state/handoutCodec.ts';
import { numbersOf, type Handout, type PlacedItem } from '../../state/handout.ts';
import type { PageState } from '../../state/pageState.ts';
import { drawSheet, type SheetPart } from '../../views/handout/drawSheet.ts';
import { freeze } from '../../views/handout/freeze.ts';
import { numbersInWords, settingsInWords } from '../../views/handout/numbersInWords.ts';
import { link } from '../../views/link.ts';
import { pointOf } from '../pointOf.ts';
import { loadCatalogue, type CatalogueEntry } from './catalogue.ts';
import { frozenFigure } from './frozenFigure.ts';
import { pagePart } from './pagePart.ts';

/** What a part shows, before it is copied into a sheet. */
type Shown = Pick<SheetPart, 'heading' | 'body'>;

/** Parts that were drawn, by what they depend on. */
const drawn = new Map<string, Promise<Shown>>();

/** The address that opens `item` live, at `numbers`; that of an exercise has no answer beside it. */
export function addressOf({ kind, page, anchor }: PlacedItem, numbers: PageState): string {
  const query = encode(numbers);
  const path =
    kind === 'exercise'
      ? `${link(`/exercises/${page.replace(/^.*\//, '')}/${anchor}/`)}${query}`
      : `${link(`/${page}/`)}${query}#${anchor}`;
  return new URL(path, location.href).href;
}

/** The address of the sheet alone, or null where the handout is too long for a link. */
export async function sheetAddress(handout: Handout): Promise<string | null> {
  const hash = await encodeHandout(handout);
  return hash === null ? null : new URL(`${link('/handout/sheet/')}#${hash}`, location.href).href;
}

/** The sheet of `handout`, complete. A part that can't be shown is a sentence that says why. */
export async function sheetOf(handout: Handout, level: 1 | 2): Promise<HTMLElement> {
  const catalogue = await loadCatalogue().catch(() => null);
  const items = await Promise.all(
    handout.items.map(async (item) => {
      if (item.kind === 'text') return item;
      const numbers = numbersOf(handout, item);
      const { heading, body } = await shownPart(item, numbers, handout.answers, catalogue);
      return {
        heading: heading.map((one) => (typeof one === 'string' ? one : one.cloneNode(true))),
        body: body.cloneNode(true) as Element, // a copy has the type of its original
        numbers: numbersTold(item),
        note: item.note,
        address: addressOf(item, numbers),
      };
    }),
  );
  const { title, course, date, paper } = handout;
  const numbers = numbersInWords(pointOf(handout.numbers));
  const address = handout.items.length === 0 ? null : await sheetAddress(handout);
  return drawSheet(document, { title, course, date, paper, numbers, address, items }, level);
}

/** One part, drawn once for the same numbers. */
async function shownPart(
  item: PlacedItem,
  numbers: PageState,
  answers: boolean,
  catalogue: readonly CatalogueEntry[] | null,
): Promise<Shown> {
  const { page, anchor } = item;
  const place = `${page}#${anchor}`;
  const entry = catalogue?.find((one) => one.page === page && one.anchor === anchor);
  if (!catalogue)
    return missing(place, 'The list of what is on this site could not be loaded; reload the page.');
  if (!entry) return missing(place, 'This part is not on the site any more.');
  const key = JSON.stringify([place, encode(numbers), answers]);
  let part = drawn.get(key);
  if (!part) {
    part =
      entry.kind === 'widget' ? figurePart(entry, numbers) : placedPart(entry, numbers, answers);
    drawn.set(key, part);
    part.catch(() => drawn.delete(key));
  }
  return part.catch(() => missing(entry.title, 'This part could not be loaded; reload the page.'));
}

function missing(place: string, why: string): Shown {
  const body = document.createElement('p');
  body.className = 'missing';
  body.textContent = why;
  return { heading: [place], body };
}

async function figurePart(
  { page, anchor, title }: CatalogueEntry,
  state: PageState,
): Promise<Shown> {
  const name = anchor.replace('widget-', '');
  const figure = name === 'descent' ? await training(state) : await frozenFigure(name, state);
  if (figure) return { heading: [title], body: figure };
  const first = await pagePart(page, anchor, state);
  if (!first) return missing(title, 'Its page has no such figure.');
  freeze(first);
  if (Object.keys(state.descent).length > 0) {
    const told = document.createElement('p');
    told.className = 'remark';
    told.textContent = 'Shown as the figure opens; the link has the settings above.';
    first.append(told);
  }
  return { heading: [title], body: first };
}

/** The training at the settings of `state`; null where its page has it so, or it takes too long. */
async function training({ descent }: PageState): Promise<HTMLElement | null> {
  if (Object.keys(descent).length === 0) return null;
  const { frozenTraining } = await import('./frozenTraining.ts');
  return frozenTraining(decodeSettings(descent).settings);
}

/** The numbers of a part in words; '' where they are those of the sheet. */
function numbersTold({ numbers, anchor }: PlacedItem): string {
  if (!numbers) return '';
  return anchor === 'widget-descent'
    ? settingsInWords(settingTexts(decodeSettings(numbers.descent).settings))
    : numbersInWords(pointOf(numbers));
}

/** What claims, proofs and exercises are called in front of their titles. */
const KINDS = { claim: 'Claim. ', proof: 'Proof. ', exercise: 'Exercise. ' } as const;

async function placedPart(
  { page, anchor, title }: CatalogueEntry,
  state: PageState,
  answers: boolean,
): Promise<Shown> {
  const body = await pagePart(page, anchor, state);
  if (!body) return missing(title, 'Its page has no such part.');
  for (const answer of body.querySelectorAll('details.answer')) {
    if (answers) answer.setAttribute('open', '');
    else answer.remove();
  }
  freeze(body);
  const section = body.firstElementChild;
  const kind = Object.entries(KINDS).find(([name]) => section?.classList.contains(name))?.[1] ?? '';
  const own = [...(section?.children ?? [])].find((child) => child.matches('p.title'));
  own?.remove();
  const heading = own && own.childNodes.length > 0 ? [kind, ...own.childNodes] : [kind + title];
  return { heading, body };
}
