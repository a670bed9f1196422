/** Attributes by name; `false` and `undefined` leave one out, `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element with attributes and children. */
export type MakeElement = (
  name: string,
  attributes?: Attributes,
  ...children: readonly (Node | string)[]
) => HTMLElement;

/**
 * A maker of elements for `document`. It sets attributes only, never properties, so that the build can
 * write the elements out as text.
 */
export function elementsOf(document: Document): MakeElement {
  return (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== false && value !== undefined) {
        made.setAttribute(key, value === true ? '' : String(value));
      }
    }
    made.append(...children);
    return made;
  };
}
