import { expect, it } from 'vitest';
import { engineConfigSchema } from '../../../../shared/engine-protocol/index.ts';
import { parseFrameRate } from '../../../../shared/time/index.ts';
import { pictureBytes } from '../../producers/frame-format.ts';
import { LivingChildren, silentLog } from '../../testing/engine-parts.ts';
import { EncoderProbe } from './encoder-probe.ts';

const FORMAT = { width: 320, height: 180, rate: parseFrameRate('25/1') };

function probe(ffmpegPath: string) {
  const children = new LivingChildren();
  const { video } = engineConfigSchema.parse({ video: { preset: 'ultrafast' } });
  const slate = Buffer.alloc(pictureBytes(FORMAT), 90);
  return { children, made: new EncoderProbe({ ffmpegPath, format: FORMAT, video, slate, children, log: silentLog }) };
}

it('finds x264, and says of each other encoder that it works or why not', async () => {
  const { made, children } = probe(process.env.FFMPEG_PATH ?? 'ffmpeg');
  expect(made.findings.map(({ state }) => state)).toEqual(Array(6).fill('untried'));
  await made.run(0);
  expect(children.pids.size).toBe(0);
  expect(made.findings[0]).toEqual({ encoder: 'x264', state: 'available', reason: '' });
  for (const { state, reason } of made.findings) expect(reason === '').toBe(state === 'available');
  const foreign = process.platform === 'darwin' ? 'amf' : 'videotoolbox';
  expect(made.findings).toContainEqual({ encoder: foreign, state: 'unavailable', reason: 'This FFmpeg does not have it.' });
});

it('finds nothing with an FFmpeg that is not there, and stops when it is told to', async () => {
  const missing = probe('/nonexistent/ffmpeg');
  await missing.made.run(0);
  expect(new Set(missing.made.findings.map(({ state }) => state))).toEqual(new Set(['unavailable']));
  const stopped = probe(process.env.FFMPEG_PATH ?? 'ffmpeg');
  const running = stopped.made.run(0);
  await expect.poll(() => stopped.children.pids.size, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
  stopped.made.stop();
  await running;
  expect(stopped.made.findings.map(({ state }) => state)).toEqual(Array(6).fill('untried'));
  expect(stopped.children.pids.size).toBe(0);
});
