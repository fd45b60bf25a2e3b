import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import type { FfmpegPrograms } from './ffmpeg-media-probe.ts';
import { isRecentEnough, missingFrom, NEEDED } from './media-programs.ts';
import { shieldStaticPrograms } from './shield-static-programs.ts';

const run = promisify(execFile);
const loadPackage = createRequire(import.meta.url);

/** No FFmpeg on this machine serves the station. The message is for the person who starts it. */
export class MediaProgramsMissing extends Error {
  override readonly name = 'MediaProgramsMissing';
}

/** Where somebody said that the programs are; null where nobody did. */
export interface NamedPrograms {
  readonly ffmpegPath: string | null;
  readonly ffprobePath: string | null;
}

/**
 * Finds an ffmpeg and an ffprobe that serve the station: the ones that were named, else those that came with the app, else those on PATH.
 * What came with the app is shielded from the system's character sets, in this process's environment and so in that of its children.
 * @throws MediaProgramsMissing with what is wrong with each
 */
export async function findMediaPrograms(named: NamedPrograms): Promise<FfmpegPrograms> {
  const [ffmpegPath, ffprobePath] = await Promise.all([
    firstThatServes(
      'ffmpeg',
      candidates(named.ffmpegPath, () => loadPackage('ffmpeg-static'), 'ffmpeg'),
      faultOfFfmpeg,
    ),
    firstThatServes(
      'ffprobe',
      candidates(named.ffprobePath, () => loadPackage('@ffprobe-installer/ffprobe').path, 'ffprobe'),
      faultOfVersion,
    ),
  ]);
  if ([ffmpegPath, ffprobePath].some((file) => file.includes('node_modules'))) shieldStaticPrograms(process.env);
  return { ffmpegPath, ffprobePath };
}

function candidates(named: string | null, packaged: () => string | null, command: string): readonly string[] {
  if (named !== null) return [named];
  const carried = carriedBy(packaged);
  return carried === null ? [command] : [carried, command];
}

/** A binary inside a package; null when npm left the optional package out. A binary can't run from within an app's archive, only from beside it. */
function carriedBy(packaged: () => string | null): string | null {
  try {
    return packaged()?.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked') ?? null;
  } catch {
    return null;
  }
}

async function firstThatServes(name: string, files: readonly string[], faultOf: (file: string) => Promise<string | null>): Promise<string> {
  const faults: string[] = [];
  for (const file of files) {
    const fault = await faultOf(file);
    if (fault === null) return file;
    faults.push(`${file} ${fault}`);
  }
  const need = `${name} ${NEEDED.major}.${NEEDED.minor} or later`;
  throw new MediaProgramsMissing(`The station needs ${need}: ${faults.join('; ')}. Install FFmpeg, or name it: FFMPEG_PATH, FFPROBE_PATH.`);
}

async function faultOfFfmpeg(file: string): Promise<string | null> {
  const fault = await faultOfVersion(file);
  if (fault !== null) return fault;
  const [encoders, filters] = await Promise.all([said(file, '-encoders'), said(file, '-filters')]);
  const missing = [...missingFrom(encoders ?? '', NEEDED.encoders), ...missingFrom(filters ?? '', NEEDED.filters)];
  return missing.length === 0 ? null : `has no ${missing.join(', ')}`;
}

async function faultOfVersion(file: string): Promise<string | null> {
  const version = await said(file, '-version');
  if (version === null) return 'can not be run';
  return isRecentEnough(version) ? null : 'is too old';
}

/** What a program answers to a question; null when it is not there, does not start or fails. */
async function said(file: string, question: string): Promise<string | null> {
  try {
    return (await run(file, ['-hide_banner', question], { timeout: 20_000, maxBuffer: 4_000_000, windowsHide: true })).stdout;
  } catch {
    return null;
  }
}
