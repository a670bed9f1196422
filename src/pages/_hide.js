// Hides what the link hides, and figures that it asks to predict first, before the page is drawn; the page's own
// script, once it runs, reads the link in full.
(() => {
  const { dataset } = document.documentElement;
  const query = new URLSearchParams(location.search);
  const hide = query.get('hide');
  if (hide && document.readyState === 'loading') dataset.hide = hide.replaceAll(',', ' ');
  if (query.get('mode') === 'predict') dataset.predict ??= 'link'; // the page's script sets it in every case
})();
