import { describe, expect, it } from 'vitest';
import { ensureBrowser, findBrowser, type Machine } from '../../scripts/browser.ts';

/** A machine with nothing on it, but for `parts`. */
function machine(parts: Partial<Machine>): Machine {
  return {
    env: () => undefined,
    program: () => null,
    exists: () => false,
    playwrightPath: () => '/playwright/chromium',
    run: () => false,
    isRoot: () => false,
    ...parts,
  };
}

describe('the browser for the tests', () => {
  it('is the one that the environment names, before all others', () => {
    const named = machine({
      env: (name) => (name === 'CHROMIUM_PATH' ? '/mine' : undefined),
      exists: () => true,
      program: () => '/usr/bin/chromium',
    });
    expect(findBrowser(named)).toBe('/mine');
  });

  it('must exist where the environment names one', () => {
    expect(() => findBrowser(machine({ env: () => '/gone' }))).toThrow(
      /CHROMIUM_PATH names \/gone/,
    );
  });

  it('is Playwright’s own before the system’s', () => {
    const both = machine({ exists: () => true, program: () => '/usr/bin/chromium' });
    expect(findBrowser(both)).toBe('/playwright/chromium');
    const system = machine({
      program: (name) => (name === 'chromium' ? '/usr/bin/chromium' : null),
    });
    expect(findBrowser(system)).toBe('/usr/bin/chromium');
  });

  it('is downloaded where there is none', () => {
    let downloaded = false;
    const bare = machine({
      exists: () => downloaded,
      run: (command) => (downloaded = command === 'npx'),
    });
    expect(ensureBrowser(bare)).toBe('/playwright/chromium');
  });

  it('is Debian’s package where the download fails and the user is root', () => {
    const ran: string[] = [];
    const debian = machine({
      isRoot: () => true,
      program: (name) =>
        name === 'apt-get' || (name === 'chromium' && ran.includes('install'))
          ? `/usr/bin/${name}`
          : null,
      run: (command, [verb = '']) => {
        if (command === 'apt-get') ran.push(verb);
        return command === 'apt-get';
      },
    });
    expect(ensureBrowser(debian)).toBe('/usr/bin/chromium');
    expect(ran).toEqual(['update', 'install']);
  });

  it('is asked for in words where nothing can be installed', () => {
    expect(() => ensureBrowser(machine({}))).toThrow(/apt-get install chromium/);
  });
});
