import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { electronExecutable } from '../electron/installed-electron.mjs';
import { cacheFolder } from '../places.mjs';
import { say } from '../progress.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { ensureCompiler } from '../system/ensure-compiler.mjs';
import { COMPILER_FLAGS, compileBinding, placeWhole } from './compile-binding.mjs';
import { failingHosts } from './failing-hosts.mjs';

const require = createRequire(import.meta.url);
const packageFolder = path.dirname(require.resolve('better-sqlite3/package.json'));
const { version } = require('better-sqlite3/package.json');

/**
 * Makes sure that the library's database opens in every program that will open it. The package brings a binding ready made;
 * where that one does not load, one is compiled, and kept in the user's cache.
 *
 * @param {{ electron: boolean }} needed whether Electron will open it too, or this Node alone
 * @returns {Promise<void>}
 * @throws {SetupFailure}
 */
export async function ensureSqliteBinding(needed) {
  const hosts = [{ name: `Node ${process.versions.node}`, executable: process.execPath, environment: {} }];
  if (needed.electron) {
    hosts.push({ name: 'Electron', executable: electronExecutable(), environment: { ELECTRON_RUN_AS_NODE: '1' } });
  }
  const failing = await failingHosts(hosts, packageFolder);
  if (failing.length === 0) return;

  const placed = path.join(packageFolder, 'build', 'Release', 'better_sqlite3.node');
  const cached = cachedBinding();
  if (fs.existsSync(placed) && fs.existsSync(cached)) fs.rmSync(cached); // it did not help: compile it again
  if (!fs.existsSync(cached)) {
    say(`SQLite: the binding that ${version} brings does not load in ${listed(failing)}`);
    await ensureCompiler();
    await compileBinding(packageFolder, cached);
  }
  placeWhole(cached, placed);
  const stillFailing = await failingHosts(hosts, packageFolder);
  if (stillFailing.length > 0) throw new SetupFailure(`SQLite: the compiled binding does not load in ${listed(stillFailing)}.`);
}

function cachedBinding() {
  const recipe = [version, COMPILER_FLAGS, process.platform, process.arch].join();
  const key = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  return path.join(cacheFolder(), `better_sqlite3-${version}-${key}.node`);
}

/** @param {readonly import('./failing-hosts.mjs').Host[]} hosts */
function listed(hosts) {
  return hosts.map((host) => host.name).join(' and ');
}
