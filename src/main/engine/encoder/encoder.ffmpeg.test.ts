import { describe, expect, it } from 'vitest';
import { engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { isProcessAlive } from '../folder/process-identity.ts';
import { pictureBytes } from '../producers/frame-format.ts';
import { FramePool } from '../producers/picture-frame.ts';
import { LivingChildren, silentLog } from '../testing/engine-parts.ts';
import { Encoder, type EncoderLoss } from './encoder.ts';

const RATE = parseFrameRate('25/1');
const FORMAT = { width: 320, height: 180, rate: RATE };
const SOUND = Buffer.alloc(1920 * 4);

function encoder(ffmpegPath = process.env.FFMPEG_PATH ?? 'ffmpeg') {
  const losses: EncoderLoss[] = [];
  const children = new LivingChildren();
  let bytesOut = 0;
  const made = new Encoder({
    config: engineConfigSchema.parse({ width: 320, height: 180, video: { preset: 'ultrafast' }, ffmpegPath }),
    format: FORMAT,
    epochFrame: frames(0),
    children,
    log: silentLog,
    onBytes: (bytes) => {
      bytesOut += bytes.length;
    },
    onRestarted: (loss) => losses.push(loss),
  });
  const picture = new FramePool(pictureBytes(FORMAT), 1).take();
  picture.bytes.fill(100);
  const write = (from: number, to: number): void => {
    for (let frame = from; frame < to; frame++) made.write(frames(frame), picture, SOUND);
  };
  return { made, losses, children, write, bytesOut: () => bytesOut };
}

describe('Encoder', () => {
  it('gives up an encoder that takes no frames, and starts another one at the next frame', async () => {
    const { made, losses, children, write, bytesOut } = encoder();
    for (let frame = 0; frame < 60; frame++) {
      write(frame, frame + 1);
      await made.notReady();
    }
    await expect.poll(bytesOut).toBeGreaterThan(0);
    await expect.poll(() => made.notReady()).toBeNull();
    const [hung] = children.named('encoder');
    process.kill(hung ?? 0, 'SIGSTOP');
    write(60, 130);
    expect(losses).toHaveLength(1);
    expect(losses[0]?.frame).toBeLessThan(130);
    expect(losses[0]?.lostFrames).toBeGreaterThan(0);
    await expect.poll(() => isProcessAlive(hung ?? 0)).toBe(false);
    await made.close();
    expect(children.pids.size).toBe(0);
  });

  it('tries again, not all the time, when there is no FFmpeg at all, and says so', async () => {
    const { made, losses, write } = encoder('/nonexistent/ffmpeg');
    write(0, 1);
    await expect.poll(() => made.lamp.state).toBe('fault');
    write(1, 10);
    expect(made.lamp.state).toBe('fault');
    expect(losses).toEqual([]);
    write(10, 40);
    expect(losses).toHaveLength(1);
    await made.close();
  });
});
