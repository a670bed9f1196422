/** Opens the tools where a formula's number, or the link of a claim or figure, is clicked; without this both are plain links. */
document.addEventListener('click', (event) => {
  const control =
    event.target instanceof Element ? event.target.closest('.equation, .share') : null;
  if (!control || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  // Offline the import may fail: then the control is a link again.
  void import('./tools.ts')
    .then(({ toggleTools }) => toggleTools(control))
    .catch(() => location.assign(control.getAttribute('href') ?? ''));
});

export {};
