import { createRequire } from 'node:module';
import { findOnPath, isExecutable } from '../system/find-on-path.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {object} Candidate a file that may serve
 * @property {string} file
 * @property {string} origin where it was found, as a person would say it
 * @property {boolean} isNamed whether the user named it; then it must serve, and nothing else is tried
 */

/** @returns {readonly Candidate[]} every ffmpeg there is, in the order in which the station takes them */
export const ffmpegCandidates = () => candidates('FFMPEG_PATH', 'ffmpeg', 'ffmpeg-static', (module) => module);

/** @returns {readonly Candidate[]} every ffprobe there is, in the order in which the station takes them */
export const ffprobeCandidates = () => candidates('FFPROBE_PATH', 'ffprobe', '@ffprobe-installer/ffprobe', (module) => module.path);

/**
 * @param {string} variable
 * @param {string} command
 * @param {string} packageName an optional dependency that may carry the binary
 * @param {(module: any) => string | null} pathIn
 * @returns {readonly Candidate[]}
 */
function candidates(variable, command, packageName, pathIn) {
  const named = process.env[variable];
  if (named) return [{ file: named, origin: variable, isNamed: true }];
  const packaged = packagedBinary(packageName, pathIn);
  const onPath = findOnPath(command);
  return [
    ...(packaged !== null && isExecutable(packaged) ? [{ file: packaged, origin: packageName, isNamed: false }] : []),
    ...(onPath === null ? [] : [{ file: onPath, origin: 'PATH', isNamed: false }]),
  ];
}

/**
 * @param {string} packageName
 * @param {(module: any) => string | null} pathIn
 */
function packagedBinary(packageName, pathIn) {
  try {
    return pathIn(require(packageName));
  } catch {
    return null; // an optional dependency: npm leaves it out where it has nothing for the platform
  }
}
