// Gives each frame of Checked Derivations the height of what it shows.
const site = new URL(document.currentScript.src).origin;
const frames = () =>
  [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(`${site}/`));
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== site && origin !== 'null') return; // 'null' is the origin of a sandboxed frame
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (frame && data?.type === 'checked-derivations:height') frame.style.height = `${data.height}px`;
});
for (const frame of frames()) frame.contentWindow.postMessage('checked-derivations:height?', '*');
