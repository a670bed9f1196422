import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What the search for a browser asks of the machine. */
export interface Machine {
  /** The value of an environment variable. */
  env(name: string): string | undefined;
  /** The path of a program that can be run, or null. */
  program(name: string): string | null;
  /** Whether there is a file at the path. */
  exists(path: string): boolean;
  /** Where Playwright keeps a browser of its own, downloaded or not. */
  playwrightPath(): string;
  /** Runs a command; whether it succeeded. */
  run(command: string, args: readonly string[]): boolean;
  isRoot(): boolean;
}

const VARIABLES = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium on the machine: from the environment, Playwright's, the system's; or null. */
export function findBrowser(machine: Machine): string | null {
  for (const variable of VARIABLES) {
    const path = machine.env(variable);
    if (path === undefined || path === '') continue;
    if (!machine.exists(path))
      throw new Error(`${variable} names ${path}, where there is no browser`);
    return path;
  }
  if (machine.exists(machine.playwrightPath())) return machine.playwrightPath();
  for (const name of PROGRAMS) {
    const path = machine.program(name);
    if (path !== null) return path;
  }
  return null;
}

/**
 * The path of a Chromium, installed first where there is none: Playwright's download, then, for
 * root on Debian, the package `chromium`. Throws an error that says what to install.
 */
export function ensureBrowser(machine: Machine = thisMachine): string {
  const found = findBrowser(machine);
  if (found !== null) return found;
  if (machine.run('npx', ['playwright', 'install', 'chromium'])) {
    const downloaded = findBrowser(machine);
    if (downloaded !== null) return downloaded;
  }
  if (machine.isRoot() && machine.program('apt-get') !== null) {
    machine.run('apt-get', ['update']);
    machine.run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    const installed = findBrowser(machine);
    if (installed !== null) return installed;
  }
  throw new Error(
    'the browser tests need Chromium: install it (Debian: apt-get install chromium; elsewhere: ' +
      'npx playwright install chromium), or set CHROMIUM_PATH to one',
  );
}

/** How long a download may take, in milliseconds, before the next way is tried. */
const INSTALL_LIMIT = 240_000;

/** The machine that this runs on. */
const thisMachine: Machine = {
  env: (name) => process.env[name],
  program: (name) => {
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    return folders.map((folder) => join(folder, name)).find(isRunnable) ?? null;
  },
  exists: existsSync,
  playwrightPath: () => chromium.executablePath(),
  run: (command, args) => {
    try {
      execFileSync(command, args, { stdio: 'inherit', timeout: INSTALL_LIMIT });
      return true;
    } catch {
      return false;
    }
  },
  isRoot: () => process.getuid?.() === 0,
};

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
