import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { firstSampleOf } from '../code/flash-cadence.ts';
import { ffmpegMajorVersion, startFfmpeg } from '../ffmpeg-process.ts';
import { clipArguments, containerOf, rotationArguments, sampleRateOf } from './clip-arguments.ts';
import type { ClipSpec, CodedClip } from './clip-spec.ts';
import { drawCodedPicture } from './coded-picture.ts';
import { drawCodedSound } from './coded-sound.ts';

/** Counted up when the same spec makes another file than before. */
const GENERATION = 2;

const CACHE = join(tmpdir(), 'perpetua-test-media');

/**
 * Makes a clip whose every frame says which it is. A clip that was made before comes from a cache in the system's temporary folder.
 * @returns `path`. @throws Error with FFmpeg's last words when the clip can't be made.
 */
export async function makeCodedClip({ path, ...spec }: CodedClip): Promise<string> {
  const extension = containerOf(path);
  const key = createHash('sha256')
    .update(JSON.stringify([GENERATION, extension, Object.entries(spec).sort()]))
    .digest('hex');
  const cached = join(CACHE, `${key}${extension}`);
  if (!(await exists(cached))) await makeAtomically(spec, cached, extension);
  await mkdir(dirname(path), { recursive: true });
  await copyFile(cached, path, constants.COPYFILE_FICLONE);
  return path;
}

async function makeAtomically(spec: ClipSpec, target: string, extension: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unfinished = join(CACHE, `${randomUUID()}${extension}`);
  const untagged = join(CACHE, `${randomUUID()}${extension}`);
  try {
    await encode(spec, spec.rotation ? untagged : unfinished);
    if (spec.rotation) await startFfmpeg(rotationArguments(untagged, unfinished, spec.rotation, ffmpegMajorVersion()), 0).ended;
    await rename(unfinished, target);
  } finally {
    await Promise.all([rm(unfinished, { force: true }), rm(untagged, { force: true })]);
  }
}

async function encode(spec: ClipSpec, output: string): Promise<void> {
  const { inputPipe, outputPipe, ended } = startFfmpeg(clipArguments(spec, output), spec.audio === 'none' ? 0 : 1);
  outputPipe(1).resume();
  const feeds = [feed(inputPipe(0), pictures(spec))];
  if (spec.audio !== 'none') feeds.push(feed(inputPipe(3), sounds(spec)));
  await Promise.all([ended, ...feeds]);
}

/** Writes as fast as FFmpeg reads. When FFmpeg closes the pipe early, its own end tells why. */
async function feed(pipe: Writable, chunks: Iterable<Buffer>): Promise<void> {
  let isOpen = true;
  const closed = new Promise<void>((resolve) => {
    pipe.once('close', resolve);
    pipe.once('error', () => resolve());
  }).then(() => {
    isOpen = false;
  });
  for (const chunk of chunks) {
    if (!isOpen) return;
    if (!pipe.write(chunk)) await Promise.race([once(pipe, 'drain'), closed]);
  }
  pipe.end();
}

function* pictures({ clipId, frames, rate }: ClipSpec): Generator<Buffer> {
  for (let frameNumber = 0; frameNumber < frames; frameNumber++) yield drawCodedPicture({ clipId, frameNumber }, rate);
}

function* sounds(spec: ClipSpec): Generator<Buffer> {
  const sampleRate = sampleRateOf(spec);
  const total = firstSampleOf(spec.frames, spec.rate, sampleRate);
  for (let from = 0; from < total; from += sampleRate) {
    yield drawCodedSound({ clipId: spec.clipId, rate: spec.rate, sampleRate }, from, Math.min(total, from + sampleRate));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
