/** A place of the site that a search can find. Plain JSON, made in the build. */
export interface SearchItem {
  readonly kind: 'page' | 'claim' | 'formula' | 'widget' | 'exercise' | 'symbol';
  /** From the site's root, without the base, and with the anchor. */
  readonly path: string;
  readonly anchor: string;
  /** HTML, formulas as MathML. A formula's title is its number alone. */
  readonly title: string;
  /** HTML, formulas as MathML. */
  readonly text: string;
  readonly tex: string;
  /** The formula as MathML: of a chain its two ends. Empty where there is none. */
  readonly math: string;
  readonly label: string | null;
  /** The kind of part that it stands in, such as a proof. */
  readonly within: string | null;
  /** The title of its page; empty for a page itself. */
  readonly on: string;
}
