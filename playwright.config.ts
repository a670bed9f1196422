import { defineConfig } from '@playwright/test';
import { ensureBrowser } from './scripts/browser.ts';

// Workers read this file again; they find the browser in the environment.
process.env['CHROMIUM_PATH'] = ensureBrowser();

const ROOT_PORT = Number(process.env['TEST_PORT'] ?? 4391);
const BASE_PORT = ROOT_PORT + 1;
const server = (folder: string, port: number, path = '/') => ({
  command: `sirv ${folder} --host 127.0.0.1 --port ${port} --quiet`,
  url: `http://127.0.0.1:${port}${path}`,
  reuseExistingServer: false,
  timeout: 60_000,
});

/** The site is tested as built: at the root of a server, and below `/repo/`. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  // Tests share nothing, so that no worker is left alone with a long file.
  fullyParallel: true,
  // On a busy machine a page may take longer than a test waits; the report tells of what needed it.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
    // A trace takes as long as its test.
    trace: 'on-first-retry',
    // What is fetched then comes from the server; the tests of offline reading allow them.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'root', use: { baseURL: `http://127.0.0.1:${ROOT_PORT}/` } },
    {
      name: 'base',
      testMatch: 'links.test.ts',
      use: { baseURL: `http://127.0.0.1:${BASE_PORT}/repo/` },
    },
  ],
  webServer: [server('dist', ROOT_PORT), server('dist-base', BASE_PORT, '/repo/')],
});
