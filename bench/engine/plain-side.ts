import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BenchRefused } from '../bench-section.ts';
import { plainArguments } from './plain-arguments.ts';
import type { Side, SidePlan } from './side.ts';

/** Starts the plain FFmpeg. */
export async function startPlain({ folder, clips, config, format }: SidePlan): Promise<Side> {
  const hls = join(folder, 'hls');
  await mkdir(hls, { recursive: true });
  const list = join(folder, 'clips.txt');
  await writeFile(list, clips.map((clip) => `file '${clip}'\n`).join(''));
  const child = spawn(config.ffmpegPath, plainArguments(config, format, list, join(hls, 'index.m3u8')), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let frame = 0;
  let lastWords = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    frame = framesCoded(text) ?? frame;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2000);
  });
  const { pid } = child;
  if (pid === undefined) throw new BenchRefused(`${config.ffmpegPath} could not be started.`);
  return {
    pid,
    roles: { of: () => 'plain ffmpeg', ofEnded: 'plain ffmpeg' },
    frame: () => {
      if (child.exitCode !== null) throw new BenchRefused(`The plain ffmpeg ended: ${lastWords}`);
      return frame;
    },
    disturbances: () => ({}),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The frame that FFmpeg's `-progress` printed last; null when the text has none. */
export function framesCoded(text: string): number | null {
  const last = [...text.matchAll(/^frame=(\d+)$/gm)].at(-1);
  return last ? Number(last[1]) : null;
}
