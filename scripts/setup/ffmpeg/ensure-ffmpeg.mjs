import { createRequire } from 'node:module';
import path from 'node:path';
import { say, withProgress } from '../progress.mjs';
import { lastWords, runCommand } from '../run-command.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { installAptPackages, mayInstall } from '../system/apt-packages.mjs';
import { ffmpegCandidates } from './ffmpeg-candidates.mjs';
import { REQUIRED } from './ffmpeg-report.mjs';
import { findServingPrograms } from './serving-programs.mjs';

const require = createRequire(import.meta.url);
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;

/**
 * Makes sure that there are an ffmpeg and an ffprobe that serve the station: those the user named, those that npm packages carry,
 * those on PATH; else ffmpeg-static's download, else Debian's package when we may install it.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure} naming what was found, what is wrong with it, and the command that mends it
 */
export async function ensureFfmpeg() {
  let { faults } = await findServingPrograms();
  if (faults.length === 0) return;
  for (const remedy of [downloadStaticBuild, installSystemPackage]) {
    await remedy(faults);
    ({ faults } = await findServingPrograms());
    if (faults.length === 0) return;
  }
  throw new SetupFailure('FFmpeg: nothing on this machine serves the station.', [...faults, ...remedies()]);
}

async function downloadStaticBuild() {
  if (process.env.FFMPEG_PATH || ffmpegCandidates().some(({ origin }) => origin === 'ffmpeg-static')) return;
  const installer = staticInstaller();
  if (installer === null) return;
  const result = await withProgress('FFmpeg: fetching a static build (ffmpeg-static, about 80 MB)', () =>
    runCommand(process.execPath, [installer], { timeoutMs: DOWNLOAD_TIMEOUT_MS }),
  );
  if (result.status !== 0) say(`FFmpeg: its download failed: ${lastWords(result)}`);
}

function staticInstaller() {
  try {
    return path.join(path.dirname(require.resolve('ffmpeg-static/package.json')), 'install.js');
  } catch {
    return null; // an optional dependency that npm left out
  }
}

/** @param {readonly string[]} faults */
async function installSystemPackage(faults) {
  if (mayInstall()) await installAptPackages([['ffmpeg']], `FFmpeg: ${faults.join('; ')}`);
}

function remedies() {
  const release = REQUIRED.version.join('.');
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  const commands = { darwin: 'brew install ffmpeg', win32: 'winget install Gyan.FFmpeg', linux: 'sudo apt-get install -y ffmpeg' };
  return [
    `Install FFmpeg ${release} or later with ${REQUIRED.encoders.join(' and ')}:`,
    `  ${commands[process.platform] ?? 'see https://ffmpeg.org/download.html'}`,
    'or name one that you have: FFMPEG_PATH=/path/to/ffmpeg FFPROBE_PATH=/path/to/ffprobe',
  ];
}
