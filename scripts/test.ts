import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How the tests of one stage came out. */
interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One runner: what it is called, how it is started, and how its result is read. */
interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Counts from the runner's report; without it the stage counts as one test. */
  readonly count?: (report: unknown) => Count;
  /** Where the runner leaves its report. */
  readonly report?: string;
}

const REPORTS = '.cache/test';

const STAGES: readonly Stage[] = [
  { name: 'types', command: ['astro', 'check'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['prettier', '--check', '.'] },
  {
    name: 'unit',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORTS}/unit.json`,
    ],
    report: 'unit.json',
    count: countVitest,
  },
  { name: 'content', command: ['node', 'src/cli/verify.ts'] },
  { name: 'build', command: ['astro', 'build'] },
  {
    name: 'build below a base',
    command: ['astro', 'build'],
    env: { BASE_PATH: '/repo/', OUT_DIR: 'dist-base/repo' },
  },
  {
    name: 'browser',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/browser.json` },
    report: 'browser.json',
    count: countPlaywright,
  },
];

function countVitest(report: unknown): Count {
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
  } = report as Record<string, number>;
  return { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 };
}

function countPlaywright(report: unknown): Count {
  const { stats } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** Runs a stage and counts its tests; a runner that fails without a failed test counts as one. */
function run({ name, command, env, count, report }: Stage): Count {
  console.log(`\n── ${name} ──`);
  const file = report === undefined ? null : join(REPORTS, report);
  if (file !== null) rmSync(file, { force: true });
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const counted =
    file !== null && count && existsSync(file)
      ? count(JSON.parse(readFileSync(file, 'utf8')))
      : { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

mkdirSync(REPORTS, { recursive: true });
const only = process.argv.slice(2);
const unknown = only.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `no stage ${unknown.join(', ')}; the stages are ${STAGES.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const stages = STAGES.filter(({ name }) => only.length === 0 || only.includes(name));
const counts = stages.map((stage) => ({ name: stage.name, ...run(stage) }));
console.log('');
for (const { name, passed, failed } of counts)
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed`);
const total = (key: keyof Count): number => counts.reduce((sum, count) => sum + count[key], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exitCode = total('failed') > 0 ? 1 : 0;
