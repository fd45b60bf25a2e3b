import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../../../test-media/index.ts';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { FIRST, RememberedEvidence, runChannel } from '../testing/test-channel.ts';

const RATE = parseFrameRate('25/1');

/** A rundown of two clips of 80 frames, of which the first began 50 frames ago, and of one that starts fixed 80 frames from now. */
async function station() {
  const folder = await temporaryFolder();
  const item = async (clipId: number, at: number, startMode: 'follow' | 'fixed') => {
    const path = join(folder, `${clipId}.mp4`);
    await makeCodedClip({ path, clipId, frames: 80, rate: RATE, width: 320, height: 180, audio: 'stereo' });
    const source = { type: 'file' as const, path, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
    return rundownItem(`item-${clipId}`, FIRST + at, clipId === 2 ? 50 : 80, { source, startMode });
  };
  const items = [await item(1, -50, 'follow'), await item(2, 30, 'follow'), await item(3, 80, 'fixed')];
  return { rundown: rundownOf(...items), output: join(folder, 'out.ts') };
}

async function seen(output: string): Promise<readonly string[]> {
  const { runs } = await readCodedStream(output, { channel: { rate: RATE } });
  return runs.map(({ clipId, from, to }) => `${clipId}:${from}-${to}`);
}

describe('an engine that was started again', () => {
  it('joins at the frame that is due, as long as nobody chose otherwise', async () => {
    const { rundown, output } = await station();
    const { evidence } = await runChannel({ rundown, length: 100, output, lostFrom: frames(FIRST - 20) });
    expect(await seen(output)).toEqual(['1:50-80', '2:0-50', '3:0-20']);
    expect(evidence.of('returned')).toEqual([]);
  });

  it('resumes what it interrupted at the next frame; the rest slides, and the next fixed start is met', async () => {
    const { rundown, output } = await station();
    const config = { restartPolicy: 'resume' as const };
    const { evidence } = await runChannel({ rundown, length: 100, output, config, lostFrom: frames(FIRST - 20) });
    expect(await seen(output)).toEqual(['1:30-80', '2:0-30', '3:0-20']);
    expect(evidence.bodies.slice(0, 3)).toMatchObject([
      { type: 'on-air', lostFrom: FIRST - 20 },
      { type: 'returned', frame: FIRST, cause: 'engine', policy: 'resume', since: FIRST - 20, interruptedId: 'item-1' },
      { type: 'item-started', frame: FIRST, reason: 'joined-in-progress' },
    ]);
  });

  it('is told of no frame whose evidence is not on the disk: it would end the wrong airing', async () => {
    const evidence = new RememberedEvidence();
    const told: number[] = [];
    const diskIs = (isWritten: boolean) => () => {
      evidence.isWritten = isWritten;
    };
    await runChannel({
      ...{ rundown: rundownOf(), length: 120, output: join(await temporaryFolder(), 'out.ts'), evidence },
      steps: [
        { at: 10, act: diskIs(false) },
        { at: 60, act: diskIs(true) },
      ],
      onPosition: (frame) => told.push(frame - FIRST),
    });
    expect(told).toEqual([0, 60, 85, 110]);
  });
});
