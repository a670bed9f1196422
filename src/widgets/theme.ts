/** The theme button: light or dark by the reader's choice, which is kept; the system's until then. */
const key = 'theme';
const root = document.documentElement;

function isDark(): boolean {
  const chosen = root.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is closed to us: the system's theme stays
  }
}

const button = document.querySelector<HTMLButtonElement>('button.theme');
const before = button && stored(); // an embedded part is as the page around it wants it
if (before === 'dark' || before === 'light') root.dataset['theme'] = before;

button?.setAttribute('aria-pressed', String(isDark()));
button?.addEventListener('click', () => {
  const next = isDark() ? 'light' : 'dark';
  root.dataset['theme'] = next;
  button.setAttribute('aria-pressed', String(next === 'dark'));
  try {
    localStorage.setItem(key, next);
  } catch {
    // the choice then lasts for this page only
  }
});

export {};
