/** How long the page is left alone before what it may need later is fetched, in milliseconds. */
const REST = 3000;

// Without a network the import may fail: then nothing is there to be kept.
if (import.meta.env.PROD)
  addEventListener('load', () =>
    setTimeout(() => void import('./offline.ts').catch(() => 0), REST),
  );

export {};
