import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../setup/places.mjs';
import { withProgress } from '../setup/progress.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { SetupFailure } from '../setup/setup-failure.mjs';

const OUTPUT = path.join(projectFolder, 'out');
const MARK = path.join(OUTPUT, '.built');
const SOURCES = ['src', 'assets', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json'];

/**
 * Bundles main, preload and renderer into `out/`, unless nothing they are made of is newer than the bundle.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure} with what the bundler said
 */
export async function buildConsole() {
  const built = fs.statSync(MARK, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newestChange() <= built) return;
  const startedAt = new Date();
  const bundler = path.join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await withProgress('Console: bundling', () => runCommand(process.execPath, [bundler, 'build'], { cwd: projectFolder }));
  if (result.status !== 0) {
    throw new SetupFailure('Console: bundling failed.', `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-25));
  }
  fs.writeFileSync(MARK, '');
  fs.utimesSync(MARK, startedAt, startedAt); // what changed while it was bundled is not in it
}

function newestChange() {
  return Math.max(...SOURCES.map((source) => newestIn(path.join(projectFolder, source))));
}

/** @param {string} fileOrFolder */
function newestIn(fileOrFolder) {
  const facts = fs.statSync(fileOrFolder, { throwIfNoEntry: false });
  if (facts === undefined) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const entries = fs.readdirSync(fileOrFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !/\.test\.\w+$/.test(entry.name))
    .reduce((newest, entry) => Math.max(newest, fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs), facts.mtimeMs);
}
