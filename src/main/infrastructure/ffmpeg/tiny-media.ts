import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';

/** A film to be made with FFmpeg's own sources. For tests. */
export interface TinyFilm {
  readonly path: string;
  /** `320x180` */
  readonly size: string;
  /** `30000/1001` */
  readonly rate: string;
  readonly seconds: number;
  readonly hasSound: boolean;
  /** Two films of different numbers differ in content. */
  readonly number: number;
}

/** Makes a film; its container follows its name. */
export function makeTinyFilm({ path, size, rate, seconds, hasSound, number }: TinyFilm): void {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${rate}:d=${seconds},drawgrid=w=${20 + number}:h=30`];
  const sound = hasSound ? ['-f', 'lavfi', '-i', `sine=f=${400 + number * 10}:r=48000:d=${seconds}`] : [];
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart'];
  runFfmpeg([...picture, ...sound, ...codecs, `file:${path}`]);
}

/** Runs FFmpeg and waits for it. @throws when it fails */
export function runFfmpeg(args: readonly string[]): void {
  execFileSync(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args]);
}

/** Copies a file without its end. */
export function copyCutShort(from: string, to: string, share: number): void {
  copyFileSync(from, to);
  truncateSync(to, Math.floor(statSync(from).size * share));
}

/** Copies a file with `length` bytes from `at` on written over with noise that is the same every time. */
export function copyDamaged(from: string, to: string, at: number, length: number): void {
  const bytes = readFileSync(from);
  let state = 1;
  for (let index = at; index < Math.min(at + length, bytes.length); index++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    bytes[index] = (state >> 16) & 0xff;
  }
  writeFileSync(to, bytes);
}
