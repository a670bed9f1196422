import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markdown } from '../notebook/verdicts.ts';

let folder = '';

const GOOD = markdown(['% id: sum\n\\sum_{i=1}^C \\sigma(z)_i = 1', '% id: v\nv_i := 1']);
const WRONG = markdown(['% id: sum\n\\sum_{i=1}^C \\sigma(z)_i = C', 'z_i = q', '\\log z_i = \\log z_i']); // prettier-ignore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  await mkdir(join(folder, 'a folder'));
  await writeFile(join(folder, 'good.md'), GOOD);
  await writeFile(join(folder, 'a folder', 'wrong.md'), WRONG);
  await writeFile(join(folder, 'windows.md'), `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`);
  await writeFile(join(folder, 'empty.md'), '');
});

afterAll(() => rm(folder, { recursive: true }));

/** What `verify` does when npm is called in the test's folder. */
async function verify(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, INIT_CWD: folder };
  const run = promisify(execFile)(process.execPath, [resolve('src/cli/verify.ts'), ...args], {
    env,
  });
  try {
    const { stdout, stderr } = await run;
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

describe('verify', () => {
  test('exits with 0 where all holds, also with Windows line ends', async () => {
    const { code, out, err } = await verify('good.md', 'windows.md');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^good\.md:7 sum 1 {2}✓ holds {2}= 1$/m);
    expect(out).toMatch(/^windows\.md:12 v 1 {2}:= definition/m);
    expect(out).toMatch(/^2 holds, 2 definition \([\d.]+ s\)$/m);
  });

  test('exits with 1 where a step fails, with place, underline and what to do', async () => {
    const { code, err } = await verify('a folder/wrong.md');
    expect(code).toBe(1);
    expect(err).toContain('a folder/wrong.md:8:28: refuted: this step does not hold');
    expect(err).toContain(`\n${' '.repeat(4 + 27)}^\n`);
    expect(err).toContain('a folder/wrong.md:12:7: malformed (undeclared): undeclared symbol q');
    expect(err).toContain('this notation declares W, b');
    expect(err).toContain('a folder/wrong.md:16:12: undecided: the left side is not finite');
  });

  test('exits with 1 for an empty file', async () => {
    const { code, err } = await verify('empty.md');
    expect(code).toBe(1);
    expect(err).toContain('empty.md:1:1: front-matter: no front matter');
  });

  test.each([
    ['a missing file', ['none.md'], "can't read"],
    ['a folder', ['a folder'], "can't read"],
    ['an unknown option', ['--jsn'], '--jsn'],
    ['a missing file beside a good one', ['good.md', 'none.md'], "can't read"],
  ])('exits with 2 for %s, and says how it is used', async (_, args, message) => {
    const { code, out, err } = await verify(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('usage: npm run -s verify');
  });

  test('prints JSON and nothing else with --json', async () => {
    const { code, out } = await verify('--json', 'good.md', join(folder, 'a folder/wrong.md'));
    expect(code).toBe(1);
    const report = JSON.parse(out) as {
      equations: Record<string, unknown>[];
      summary: Record<string, number>;
    };
    expect(Object.keys(report)).toEqual(['equations', 'summary']);
    const { seconds, ...counts } = report.summary;
    expect(seconds).toBeGreaterThan(0);
    expect(counts).toEqual({
      holds: 1,
      definition: 1,
      refuted: 1,
      malformed: 1,
      undecided: 1,
      unchecked: 0,
      corrections: 0,
    });
    const known = ['file', 'id', 'line', 'tex', 'verdict', 'error', 'steps', 'mutants'];
    for (const equation of report.equations)
      expect(known).toEqual(expect.arrayContaining(Object.keys(equation)));
    expect(report.equations[0]).toMatchObject({
      file: 'good.md',
      id: 'sum',
      line: 7,
      verdict: 'holds',
      steps: [
        {
          tex: '\\sum_{i=1}^C \\sigma(z)_i = 1',
          verdict: 'holds',
          evidence: [{ method: 'sampled' }, { method: 'algebraic' }],
        },
      ],
    });
    expect(report.equations[2]).toMatchObject({
      file: 'a folder/wrong.md',
      verdict: 'refuted',
      steps: [{ verdict: 'refuted', counterexample: { indices: {}, left: 1 } }],
    });
    expect(report.equations[3]?.['error']).toMatchObject({
      code: 'undeclared',
      line: 12,
      column: 7,
      endColumn: 8,
    });
  });
});
