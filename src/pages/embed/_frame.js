// Runs first in an embedded page: its colours, whether its figure waits for a prediction, and its height for the page
// around it.
(() => {
  const root = document.documentElement;
  const url = location.href; // as the page around wrote it, before the reader moves anything
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (query.get('mode') === 'predict') root.dataset.predict = 'link';
  if (window.parent === window) return;

  /** Tells any page around, which knows the address anyway, how high this one is. */
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
    window.parent.postMessage({ type: 'checked-derivations:height', height, url }, '*');
  };
  new ResizeObserver(tell).observe(root);
  addEventListener('load', tell);
  addEventListener('message', ({ data }) => {
    if (data === 'checked-derivations:height?') tell();
  });
})();
