/** Opens the search by its link in the header, and by Ctrl+K (Command+K on a Mac). */
const opener = document.querySelector<HTMLAnchorElement>('a.search');

function open(event: Event): void {
  event.preventDefault();
  // Offline the import may fail: then the link leads to the page of the search.
  void import('./search/searchDialog.ts')
    .then(({ openSearch }) => openSearch())
    .catch(() => location.assign(opener?.href ?? ''));
}

opener?.addEventListener('click', (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
});
document.addEventListener('keydown', (event) => {
  const control = navigator.platform.startsWith('Mac') ? event.metaKey : event.ctrlKey;
  if (control && event.key === 'k' && !event.shiftKey && !event.altKey) open(event);
});

export {};
