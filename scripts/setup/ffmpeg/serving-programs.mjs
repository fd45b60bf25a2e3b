import { SetupFailure } from '../setup-failure.mjs';
import { ffmpegCandidates, ffprobeCandidates } from './ffmpeg-candidates.mjs';
import { faultOfFfmpeg, faultOfFfprobe } from './inspect-ffmpeg.mjs';

/**
 * @typedef {object} ServingPrograms
 * @property {string | null} ffmpeg the file the station will take, null when none serves
 * @property {string | null} ffprobe likewise
 * @property {readonly string[]} faults nothing when both serve, else a line for each file that does not
 */

/**
 * Looks at every ffmpeg and ffprobe there is, in the order in which the station takes them.
 *
 * @returns {Promise<ServingPrograms>}
 * @throws {SetupFailure} when the user named one that does not serve
 */
export async function findServingPrograms() {
  const [ffmpeg, ffprobe] = await Promise.all([
    firstThatServes('ffmpeg', ffmpegCandidates(), faultOfFfmpeg),
    firstThatServes('ffprobe', ffprobeCandidates(), faultOfFfprobe),
  ]);
  return { ffmpeg: ffmpeg.file, ffprobe: ffprobe.file, faults: [...ffmpeg.faults, ...ffprobe.faults] };
}

/**
 * @param {string} command
 * @param {readonly import('./ffmpeg-candidates.mjs').Candidate[]} candidates
 * @param {(file: string) => Promise<string | null>} faultOf
 * @returns {Promise<{ file: string | null, faults: readonly string[] }>}
 */
async function firstThatServes(command, candidates, faultOf) {
  if (candidates.length === 0) return { file: null, faults: [`${command}: not found`] };
  const faults = [];
  for (const { file, origin, isNamed } of candidates) {
    const fault = await faultOf(file);
    if (fault === null) return { file, faults: [] };
    if (isNamed) throw new SetupFailure(`FFmpeg: ${origin} names ${file}, which ${fault}.`);
    faults.push(`${command}: ${file} (${origin}) ${fault}`);
  }
  return { file: null, faults };
}
