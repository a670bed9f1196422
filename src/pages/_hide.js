// Hides what the link hides before the page is drawn; the page's own script reads the link in full.
{
  const hide = new URLSearchParams(location.search).get('hide');
  if (hide) document.documentElement.dataset.hide = hide.replaceAll(',', ' ');
}
