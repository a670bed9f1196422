import { encode } from '../state/encode.ts';
import type { GradientLab } from '../state/gradientLab.ts';
import { encodeLab } from '../state/gradientLabCodec.ts';
import type { PageState } from '../state/pageState.ts';
import { link } from '../views/link.ts';
import type { LinkTarget } from './linkTarget.ts';
import { pageStore } from './pageStore.ts';

/** What links of this page carry beside what the page shows, by the reader's choice for all of them. */
let chosen: Partial<PageState> = {};

/** The laboratory's part of a link; its element has come with its own script. */
function labQuery(): string {
  const lab = document.querySelector<Element & { readonly value?: GradientLab }>('gradient-lab');
  return lab?.value ? encodeLab(lab.value) : '';
}

/** The page's state as a link carries it. */
export function linkedState(): PageState {
  const here = document.querySelector('notation-switch')?.getAttribute('data-here');
  const state = pageStore.get();
  return { ...state, notation: here ?? state.notation, ...chosen };
}

/** Lets the links of this page carry `patch` from now on. */
export function chooseForLinks(patch: Partial<PageState>): void {
  chosen = { ...chosen, ...patch };
}

/** The address of `target`, or of the step `step` of it, whose evidence it then opens. */
export function addressOf({ anchor }: LinkTarget, step: string | null): string {
  const url = new URL(home(), location.href);
  url.search = query(step);
  url.hash = step ?? anchor;
  return url.href;
}

/** The address of `target` on a page of its own, to stand in a frame; null where there is none. */
export function embedAddressOf({ kind, anchor }: LinkTarget, step: string | null): string | null {
  if (kind === 'laboratory') return null;
  const page = home().split('/').at(-2) ?? '';
  const place = kind === 'widget' ? anchor.replace('widget-', '') : `${page}/${anchor}`;
  const url = new URL(link(`/embed/${kind}/${place}/`), location.href);
  url.search = query(step);
  return url.href;
}

/**
 * The page that everything here stands on: another notation, and a frame, show a part of it. A copy of the
 * site names it below the base of the build, wherever the copy lies.
 */
function home(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  if (!canonical) return location.pathname;
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return link(new URL(canonical.href).pathname.slice(base.length));
}

function query(step: string | null): string {
  const state = linkedState();
  const parts = [encode(step === null ? state : { ...state, open: step }), labQuery()];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.slice(1))
    .join('&');
}
