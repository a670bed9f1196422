import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../../src/views/code/language.ts';

/** The Pythons to look for a library in, the one that the environment names first. */
const PYTHONS = [process.env['PYTHON'] ?? 'python3', 'python3', '/usr/bin/python3'];

const LIBRARY = { numpy: 'numpy', torch: 'torch', jax: 'jax' } as const;

/** Runs programs, in the folder of files that they read if there is one, and tells what each printed. */
type Runner = (programs: readonly string[], folder?: string) => string[];

/** How the programs of a language are run here, or null where its library is not there. */
export function runnerOf(language: Language): Runner | null {
  if (language === 'typescript') return runTypeScript;
  const python = PYTHONS.find(
    (command) => spawnSync(command, ['-c', `import ${LIBRARY[language]}`]).status === 0,
  );
  return python === undefined ? null : (programs, folder) => runPython(python, programs, folder);
}

function runPython(python: string, programs: readonly string[], folder?: string): string[] {
  const script = join(import.meta.dirname, 'runPython.py');
  return JSON.parse(output(python, [script], JSON.stringify(programs), folder)) as string[];
}

/** Each program in a file of its own, run by Node as it stands. */
function runTypeScript(programs: readonly string[], cwd?: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  try {
    programs.forEach((program, k) => writeFileSync(join(folder, `${k}.mts`), program));
    const driver = `const printed = [];
for (let k = 0; k < ${programs.length}; k++) {
  const lines = [];
  console.log = (...values) => lines.push(JSON.stringify(values));
  await import(${JSON.stringify(folder)} + '/' + k + '.mts');
  printed.push(lines.join('\\n'));
}
process.stdout.write(JSON.stringify(printed));`;
    return JSON.parse(
      output(process.execPath, ['--input-type=module', '-'], driver, cwd),
    ) as string[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function output(command: string, args: readonly string[], input: string, cwd?: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { input, cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  return stdout;
}

/** The numbers in what a program printed, in order; NaN where it says that there is none. */
export function numbersIn(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|nan|null/gi) ?? []).map(Number);
}
