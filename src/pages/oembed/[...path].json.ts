import type { APIRoute } from 'astro';
import { embedsOf, type Embed } from '../../notebook/embeds.ts';
import { link } from '../../views/link.ts';
import { checkedPages } from '../_checkedPages.ts';

/** A page that others may embed. */
interface Embeddable {
  readonly path: string;
  readonly title: string;
  /** In CSS pixels; a guess, since an embedded part tells its height itself. */
  readonly height: number;
}

const WIDTH = 720;
const PAGE_HEIGHT = 800;
const HEIGHTS = { widget: 560, step: 240, claim: 240, exercise: 160 } as const satisfies Readonly<
  Record<Embed['kind'], number>
>;

/** A document for each page of the site that can be embedded, below the page's own path. */
export async function getStaticPaths(): Promise<{ params: { path: string }; props: Embeddable }[]> {
  const pages = await checkedPages();
  const whole = pages.map(({ path, page }) => ({ path, title: page.front.title }));
  const embeddable: Embeddable[] = [
    ...[...whole, { path: '/gradient-check/', title: 'Gradient check' }].map((page) => ({
      ...page,
      height: PAGE_HEIGHT,
    })),
    ...embedsOf(pages).map(({ kind, path, title }) => ({ path, title, height: HEIGHTS[kind] })),
  ];
  return embeddable.map((props) => ({ params: { path: props.path.slice(1, -1) }, props }));
}

/** The page as oEmbed 1.0 describes it (oembed.com, section 2.3.4.4): a frame. */
export const GET: APIRoute<Embeddable> = ({ props, site }) => {
  const { path, title, height } = props;
  const url = (to: string): string => new URL(link(to), site).href;
  const html = `<iframe src="${escaped(url(path))}" title="${escaped(title)}" width="${WIDTH}" height="${height}" style="max-width: 100%; border: 0" loading="lazy"></iframe>`;
  return Response.json({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Checked Derivations',
    provider_url: url('/'),
    html,
    width: WIDTH,
    height,
  });
};

/** As an attribute of HTML has it. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
