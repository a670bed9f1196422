// Gives each frame of Checked Derivations, also a sandboxed one (of origin 'null'), the height of what it shows.
{
  const { origin: site } = new URL(document.currentScript.src);
  const frames = document.getElementsByTagName('iframe'); // those that come later as well
  addEventListener('message', ({ origin, source, data }) => {
    const frame = [...frames].find(({ contentWindow }) => contentWindow === source);
    if (!frame?.src.startsWith(`${site}/`) || ![site, 'null'].includes(origin)) return;
    if (data?.type === 'checked-derivations:height') frame.style.height = `${data.height}px`;
  });
  for (const frame of frames) frame.contentWindow.postMessage('checked-derivations:height?', '*');
}
