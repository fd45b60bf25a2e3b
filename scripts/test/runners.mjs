import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findServingPrograms } from '../setup/ffmpeg/serving-programs.mjs';
import { projectFolder } from '../setup/places.mjs';
import { tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './read-reports.mjs';
import { withRunnerFailure } from './tally.mjs';
import { withVirtualDisplay } from './virtual-display.mjs';

/**
 * @typedef {object} Runner
 * @property {string} name as in `--only NAME`
 * @property {(report: string) => readonly string[]} command a script and its arguments, for this Node; it writes its report there
 * @property {(report: any) => import('./tally.mjs').Tally} tallyOf
 * @property {boolean} needsDisplay
 * @property {NodeJS.ProcessEnv} environment added to ours
 */

/** @type {readonly Runner[]} */
export const RUNNERS = [
  {
    name: 'check',
    command: (report) => [fileURLToPath(new URL('../check/check.mjs', import.meta.url)), '--json', report],
    tallyOf: tallyOfCheck,
    needsDisplay: false,
    environment: {},
  },
  {
    name: 'unit',
    command: (report) => [installed('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    tallyOf: tallyOfVitest,
    needsDisplay: false,
    environment: {},
  },
  {
    name: 'e2e',
    command: () => [installed('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    tallyOf: tallyOfPlaywright,
    needsDisplay: true,
    environment: { FORCE_COLOR: '0' },
  },
];

/**
 * Runs a test runner in the foreground.
 *
 * @param {Runner} runner
 * @param {readonly string[]} extra more arguments for it
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function run(runner, extra) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perpetua-test-'));
  try {
    const report = path.join(folder, 'report.json');
    const environment = { ...runner.environment, ...(await mediaPrograms()), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const start = (/** @type {NodeJS.ProcessEnv} */ base) => exitCodeOf([...runner.command(report), ...extra], { ...base, ...environment });
    const exitCode = runner.needsDisplay ? await withVirtualDisplay(start) : await start(process.env);
    const tally = fs.existsSync(report)
      ? runner.tallyOf(JSON.parse(fs.readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 };
    return withRunnerFailure(tally, exitCode);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Tests name a bare `ffmpeg`; the one that serves may be inside a package. Such a one may not load this system's character sets. */
async function mediaPrograms() {
  const { ffmpeg, ffprobe } = await findServingPrograms();
  return { FFMPEG_PATH: ffmpeg ?? undefined, FFPROBE_PATH: ffprobe ?? undefined, GCONV_PATH: process.env.GCONV_PATH ?? '/nonexistent' };
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
async function exitCodeOf(args, env) {
  const child = spawn(process.execPath, args, { cwd: projectFolder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit');
  return code ?? 128;
}

/** @param {string} file */
function installed(file) {
  return path.join(projectFolder, 'node_modules', file);
}
