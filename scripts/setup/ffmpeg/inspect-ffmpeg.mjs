import { lastWords, runCommand } from '../run-command.mjs';
import { missingFrom, REQUIRED, readVersion } from './ffmpeg-report.mjs';

const RELEASE = REQUIRED.version.join('.');

/**
 * @param {string} file an ffmpeg
 * @returns {Promise<string | null>} what keeps it from serving the station, null when it serves
 */
export async function faultOfFfmpeg(file) {
  const [version, encoders, filters] = await Promise.all([
    runCommand(file, ['-hide_banner', '-version']),
    runCommand(file, ['-hide_banner', '-encoders']),
    runCommand(file, ['-hide_banner', '-filters']),
  ]);
  if (version.status !== 0) return `does not run: ${lastWords(version)}`;
  const { version: number, isRecent } = readVersion(version.stdout);
  if (!isRecent) return `is ${number}; ${RELEASE} or later is needed`;
  const missing = [...missingFrom(encoders.stdout, REQUIRED.encoders), ...missingFrom(filters.stdout, REQUIRED.filters)];
  return missing.length === 0 ? null : `was built without ${missing.join(', ')}`;
}

/**
 * @param {string} file an ffprobe
 * @returns {Promise<string | null>} what keeps it from serving the station, null when it serves
 */
export async function faultOfFfprobe(file) {
  const result = await runCommand(file, ['-hide_banner', '-version']);
  if (result.status !== 0) return `does not run: ${lastWords(result)}`;
  const { version, isRecent } = readVersion(result.stdout);
  return isRecent ? null : `is ${version}; ${RELEASE} or later is needed`;
}
