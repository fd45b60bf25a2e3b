import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { installedElectronVersion } from './electron/installed-electron.mjs';
import { ffmpegCandidates, ffprobeCandidates } from './ffmpeg/ffmpeg-candidates.mjs';
import { stateFolder } from './places.mjs';
import { findOnPath } from './system/find-on-path.mjs';

const require = createRequire(import.meta.url);

/**
 * What a proof was made of. When any of it changes, set-up proves everything again.
 *
 * @param {string} purpose
 * @returns {string}
 */
function fingerprint(purpose) {
  const binding = path.join(path.dirname(require.resolve('better-sqlite3/package.json')), 'build', 'Release', 'better_sqlite3.node');
  const facts = [
    purpose,
    process.version,
    process.platform,
    process.arch,
    require('better-sqlite3/package.json').version,
    traceOf(binding),
    purpose === 'station' ? '' : `${installedElectronVersion()} ${process.env.PERPETUA_ELECTRON ?? ''} ${process.env.DISPLAY ?? ''}`,
    purpose === 'tests' ? `${findOnPath('Xvfb')}` : '',
    ...[...ffmpegCandidates(), ...ffprobeCandidates()].map(({ file }) => traceOf(file)),
    ...ownSources().map(traceOf),
  ];
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

/**
 * @param {string} purpose
 * @returns {boolean} whether set-up has already proven this machine ready for the purpose, and nothing has changed since
 */
export function isProven(purpose) {
  const file = stampFile(purpose);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === fingerprint(purpose);
}

/** @param {string} purpose what this machine has just been proven ready for */
export function rememberProof(purpose) {
  fs.mkdirSync(stateFolder, { recursive: true });
  fs.writeFileSync(stampFile(purpose), fingerprint(purpose));
}

/** @param {string} purpose */
function stampFile(purpose) {
  return path.join(stateFolder, `ready-for-${purpose}`);
}

/** @param {string} file */
function traceOf(file) {
  const facts = fs.statSync(file, { throwIfNoEntry: false });
  return facts ? `${file} ${facts.size} ${facts.mtimeMs}` : `${file} absent`;
}

function ownSources() {
  return fs
    .readdirSync(import.meta.dirname, { recursive: true })
    .map((name) => path.join(import.meta.dirname, String(name)))
    .filter((file) => file.endsWith('.mjs'))
    .sort();
}
