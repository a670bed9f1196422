// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';

test('the script of a widget is fetched once it comes near, not before, and alone', async () => {
  let tell: (entries: { isIntersecting: boolean; target: Element }[]) => void = () => undefined;
  const observe = vi.fn();
  class Observer {
    readonly observe = observe;
    readonly disconnect = vi.fn();
    constructor(callback: typeof tell) {
      tell = callback;
    }
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  const widget = document.createElement('logistic-widget');
  document.body.append(widget);
  await import('../../src/widgets/loadLate.ts');
  expect(observe).toHaveBeenCalledExactlyOnceWith(widget);
  tell([{ isIntersecting: false, target: widget }]);
  await new Promise((done) => setTimeout(done, 50));
  expect(customElements.get('logistic-widget')).toBeUndefined();
  widget.remove();
  tell([{ isIntersecting: true, target: widget }]);
  await vi.waitFor(() => expect(customElements.get('logistic-widget')).toBeDefined());
  expect(customElements.get('matrix-form-widget')).toBeUndefined();
  const figure = document.createElement('step-widget');
  figure.setAttribute('data-late', 'true'); // as the build writes it
  tell([{ isIntersecting: true, target: figure }]);
  await vi.waitFor(() => expect(customElements.get('step-widget')).toBeDefined());
  expect(customElements.get('weights-widget')).toBeUndefined();
  vi.unstubAllGlobals();
});
