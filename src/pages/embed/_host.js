// Gives each frame of Checked Derivations the height of what it shows.
{
  const site = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll('iframe')];
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== site && origin !== 'null') return; // 'null' is the origin of a sandboxed frame
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame?.src.startsWith(`${site}/`) || data?.type !== 'checked-derivations:height') return;
    frame.style.height = `${data.height}px`;
  });
  for (const { contentWindow } of frames())
    contentWindow.postMessage('checked-derivations:height?', '*');
}
