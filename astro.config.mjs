import { defineConfig } from 'astro/config';
import { fonts } from './scripts/fonts/integration.ts';
import { offline } from './scripts/offline/integration.ts';
import { oneEntry } from './scripts/oneEntry.ts';
import { sharedStyles } from './scripts/sharedStyles.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.OUT_DIR ?? 'dist',
  trailingSlash: 'always',
  integrations: [fonts(), sharedStyles(), offline()],
  // Fonts as data: URLs would break the policy.
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [oneEntry()],
    // Scripts find each other from where they are, so that a copy of the site may lie anywhere.
    experimental: {
      renderBuiltUrl: (_, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
    },
  },
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      // KaTeX sets style attributes; nothing else may.
      styleDirective: {
        resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }],
      },
    },
  },
});
