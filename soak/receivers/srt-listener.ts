import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { outputSchema } from '../../src/shared/engine-protocol/index.ts';
import { ForeignProgram, freePort, picturesIn } from './foreign-program.ts';
import type { Receiver } from './receiver.ts';

const NAME = 'ffmpeg-srt';
const SETTLE_MS = 3000;
const AGAIN_MS = 200;

/** A plain ffmpeg that listens for SRT and writes what comes; when its caller hangs up it listens again. */
export async function srtListener(folder: string, ffmpegPath: string, ffprobePath: string): Promise<Receiver> {
  const home = join(folder, 'srt');
  await mkdir(home, { recursive: true });
  const port = await freePort();
  const files: string[] = [];
  let isOver = false;
  let current: ForeignProgram | null = null;
  const listening = (async () => {
    while (!isOver) {
      const path = join(home, `${files.length}.ts`);
      files.push(path);
      const input = ['-i', `srt://127.0.0.1:${port}?mode=listener`];
      current = new ForeignProgram(ffmpegPath, ['-v', 'fatal', '-nostdin', ...input, '-map', '0', '-c', 'copy', '-f', 'mpegts', path]);
      await current.ended;
      await pause(AGAIN_MS);
    }
  })();
  return {
    name: NAME,
    output: outputSchema.parse({ id: 'srt', name: NAME, type: 'srt', url: `srt://127.0.0.1:${port}` }),
    watch: () => Promise.resolve(),
    async finish() {
      isOver = true;
      await current?.endsWithin(SETTLE_MS);
      await current?.stop();
      await listening;
      const counts = await Promise.all(files.map((file) => picturesIn(ffprobePath, file)));
      const frames = counts.reduce((sum, count) => sum + count, 0);
      return {
        name: NAME,
        tookPart: true,
        frames,
        complaints: [],
        detail: `took ${counts.filter((count) => count > 0).length} calls over SRT`,
        shown: [],
      };
    },
  };
}
