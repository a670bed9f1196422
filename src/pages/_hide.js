// Hides what the link hides before the page is drawn; the page's own script, once it runs, reads the link in full.
if (document.readyState === 'loading') {
  const hide = new URLSearchParams(location.search).get('hide');
  if (hide) document.documentElement.dataset.hide = hide.replaceAll(',', ' ');
}
