/** A custom element whose listeners, observers and subscriptions end with its stay in the page. */
export abstract class LiveElement extends HTMLElement {
  #stay: AbortController | undefined;

  /** Starts the element's work, which ends when `signal` aborts. */
  protected abstract start(signal: AbortSignal): void;

  connectedCallback(): void {
    this.#stay = new AbortController();
    this.start(this.#stay.signal);
  }

  disconnectedCallback(): void {
    this.#stay?.abort();
  }

  /** Tells listeners that the reader changed `.value`, as a native input does. */
  protected changed(): void {
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
