import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FrameReading, StreamReading } from '../analysis/reading.ts';
import { startFfmpeg } from '../ffmpeg-process.ts';
import { PacketLog } from './packet-log.ts';
import { placeSound } from './place-sound.ts';
import { PictureReader, type PictureReading } from './read-picture.ts';
import { SoundListener } from './sound-listener.ts';
import { READING_SIZE, readingArguments } from './stream-arguments.ts';

/** How a stream is to be decoded. */
export interface DecodeOptions {
  /** FFmpeg's options for the input, such as `-live_start_index 0` for a live playlist. None when left out. */
  readonly inputArguments?: readonly string[];
  /** Stops after so many pictures, for a stream that does not end. */
  readonly maxFrames?: number;
  /** Whether the stream has sound; it has when left out. */
  readonly hasSound?: boolean;
  /** Stops reading; what was read until then is the result. */
  readonly signal?: AbortSignal;
}

const PICTURE_BYTES = READING_SIZE.width * READING_SIZE.height;

/**
 * Decodes a stream with one FFmpeg and reads every frame; pictures and sound are looked at as they come and not kept.
 * @param input a path, an address (HLS playlist, RTMP), or a stream of bytes.
 * @throws Error with FFmpeg's last words when the stream can't be decoded.
 */
export async function decodeCodedStream(input: string | Readable, options: DecodeOptions): Promise<StreamReading> {
  const hasSound = options.hasSound ?? true;
  const name = typeof input === 'string' ? input : 'pipe:0';
  const { child, ended, inputPipe, outputPipe } = startFfmpeg(readingArguments(name, options.inputArguments ?? [], hasSound), 3);
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    child.kill('SIGKILL');
  };
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted) stop();

  const pictures: PictureReading[] = [];
  const reader = new PictureReader();
  const maxFrames = options.maxFrames ?? Number.POSITIVE_INFINITY;
  const pictureLog = new PacketLog();
  // A picture and its time come by two pipes: whichever is the later one ends the reading.
  const stopWhenWhole = (): void => {
    if (!isStopped && Math.min(pictures.length, pictureLog.packets.length) >= maxFrames) stop();
  };
  readBlocks(outputPipe(1), PICTURE_BYTES, (pixels) => {
    if (pictures.length < maxFrames) pictures.push(reader.read({ pixels, ...READING_SIZE }));
    stopWhenWhole();
  });
  readLog(outputPipe(4), pictureLog, stopWhenWhole);
  const listener = new SoundListener();
  readBlocks(outputPipe(3), 4096, (bytes) => {
    listener.listen(new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 2)));
  });
  const soundLog = new PacketLog();
  readLog(outputPipe(5), soundLog);

  await Promise.all([feed(input, inputPipe(0)), ended.catch((error: unknown) => rethrowUnless(isStopped, error))]);
  options.signal?.removeEventListener('abort', stop);
  return { frames: zipTimes(pictures, pictureLog), sound: hasSound ? placeSound(listener.heard(), soundLog.packets) : null };
}

function readLog(pipe: Readable, log: PacketLog, onGrown: () => void = () => undefined): void {
  pipe.setEncoding('latin1').on('data', (text: string) => {
    log.take(text);
    onGrown();
  });
}

/** Hands on blocks of exactly `size` bytes, each aligned for 16-bit samples, and what is left at the end. */
function readBlocks(pipe: Readable, size: number, take: (block: Uint8Array) => void): void {
  const block = new Uint8Array(size);
  let filled = 0;
  pipe.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + size - filled);
      block.set(part, filled);
      at += part.length;
      filled = (filled + part.length) % size;
      if (filled === 0) take(block);
    }
  });
  pipe.once('end', () => {
    if (filled > 0 && size !== PICTURE_BYTES) take(block.subarray(0, filled));
  });
}

function zipTimes(pictures: readonly PictureReading[], log: PacketLog): readonly FrameReading[] {
  return pictures.slice(0, log.packets.length).map((picture, index) => ({ ...picture, ptsMs: log.packets[index]?.ptsMs ?? 0 }));
}

async function feed(input: string | Readable, stdin: Writable): Promise<void> {
  // FFmpeg may close its input when it has seen enough; its end says whether that was a failure.
  stdin.on('error', () => stdin.destroy());
  if (typeof input === 'string') {
    stdin.end();
    return;
  }
  await Promise.race([pipeline(input, stdin).catch(() => input.destroy()), once(stdin, 'close')]);
}

function rethrowUnless(isStopped: boolean, error: unknown): void {
  if (!isStopped) throw error;
}
