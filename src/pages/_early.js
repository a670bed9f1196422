// What can't wait for the page's own script, which runs once all of the page is there.

// The reader's theme, what the link hides and figures that it asks to predict first: before the page is drawn.
(() => {
  const { dataset } = document.documentElement;
  const query = new URLSearchParams(location.search);
  const hide = query.get('hide');
  if (hide && document.readyState === 'loading') dataset.hide = hide.replaceAll(',', ' ');
  if (query.get('mode') === 'predict') dataset.predict ??= 'link'; // the page's script sets it in every case
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'dark' || theme === 'light') dataset.theme ??= theme;
  } catch {
    // storage is closed to us: the system's theme stays
  }
})();

// What a reader does in a figure whose script is still to come is done again once it has come.
(() => {
  const early = new Map();

  function keep({ target, type }) {
    const control = type === 'click' ? target.closest?.('button') : target;
    let figure = control;
    while (figure?.localName?.includes('-') === false) figure = figure.parentElement;
    if (!figure?.localName || customElements.get(figure.localName)) return;
    const types = early.get(control)?.types ?? [];
    if (types.length === 0)
      customElements.whenDefined(figure.localName).then(() => doAgain(control));
    if (type === 'click' || !types.includes(type)) types.push(type);
    early.set(control, { types, value: control.value, checked: control.checked });
  }

  function doAgain(control) {
    const { types, value, checked } = early.get(control);
    early.delete(control);
    for (const type of types) {
      if (type === 'click') control.click();
      else {
        if (control.type !== 'file') control.value = value; // its files can't be set, and stay
        control.checked = checked;
        control.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
  }

  for (const type of ['input', 'change', 'click']) document.addEventListener(type, keep, true);
})();
