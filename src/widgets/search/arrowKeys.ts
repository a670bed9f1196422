/**
 * Leads from `field` into `results` and through them by the arrow keys: the focus moves along what `selector` matches there, and
 * from the first back to the field.
 */
export function followArrows(field: HTMLElement, results: Element, selector: string): void {
  const move = (event: Event, to: number): void => {
    event.preventDefault();
    (to < 0 ? field : results.querySelectorAll<HTMLElement>(selector)[to])?.focus();
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(event, 0);
  });
  results.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const at = [...results.querySelectorAll(selector)].findIndex(
      (one) => one === document.activeElement,
    );
    if (at < 0) return;
    if (event.key === 'ArrowDown') move(event, at + 1);
    if (event.key === 'ArrowUp') move(event, at - 1);
  });
}
