// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';

test('a hostile link opens the default with a note that can be dismissed', async () => {
  document.body.innerHTML = '<div id="notes"></div>';
  history.replaceState(null, '', '/?z=<img src=x onerror=alert(1)>&t=%E2%8');
  const error = vi.spyOn(console, 'error');
  const { pageStore } = await import('../../src/widgets/pageStore.ts');
  expect(pageStore.get().z).toEqual([2, 1, -0.5]);
  await vi.waitFor(() => {
    expect(document.querySelectorAll('#notes .note')).toHaveLength(2);
  });
  expect(document.querySelector('#notes img')).toBeNull();
  document.querySelector<HTMLButtonElement>('#notes button')?.click();
  expect(document.querySelectorAll('#notes .note')).toHaveLength(1);
  expect(error).not.toHaveBeenCalled();
});
