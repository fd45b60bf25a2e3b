import { describe, expect, it } from 'vitest';
import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import {
  clipsOnAir,
  end,
  evidenceOf,
  expectCameraInOrder,
  frameOf,
  inputOf,
  type LiveStation,
  liveStation,
  PATIENT,
  recorded,
  send,
  watch,
} from '../inputs/testing/live-station.ts';

/** A programme up to `at`, the studio for `length` frames, and the rest of the programme, as if it had gone on meanwhile. */
function withStudio({ item }: LiveStation, at: Frames, length: number): readonly RundownItem[] {
  const before = { ...item, durationFrames: frames(at - item.startFrame) };
  const studio = rundownItem('council', at, length, { title: 'Studio', startMode: 'fixed', source: { type: 'live', inputId: 'studio' } });
  const inFrame = frames(at + length - item.startFrame);
  const source = item.source.type === 'file' ? { ...item.source, inFrame } : item.source;
  return [before, studio, rundownItem('after', at + length, 400, { source })];
}

async function open(settings: object = {}) {
  const to = await liveStation();
  await watch(to, { type: 'rtmp-publish', key: 'studio-key', ...settings });
  const { client, camera } = to;
  const rtmp = (await client.call('hello', { protocol: 1 })).addresses.rtmp;
  const status = () => client.call('status', {});
  const shown = async () => [(await status()).onAir?.title, (await status()).onAir?.picture];
  await expect.poll(shown, PATIENT).toEqual(['programme', 'item']);
  return {
    to,
    publish: () => send(camera, ['-f', 'flv', rtmp.replace(/[^/]+$/, 'studio-key')]),
    load: (items: readonly RundownItem[]) => client.call('load', { rundown: rundownOf(...items), basedOnSeq: 0 }),
    frame: async () => (await status()).frame,
    shown,
  };
}

describe('a live input that is planned', () => {
  it('airs from its frame to its end, and the programme after it is on time', async () => {
    const { to, publish, load, frame } = await open();
    publish();
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('stable');
    const at = frames((await frame()) + 250);
    const until = frames(at + 75);
    // Twice the same input in a row: the source goes on.
    const [before, studio, after] = withStudio(to, at, 75) as [RundownItem, RundownItem, RundownItem];
    const again = { ...studio, id: 'again', startFrame: frames(at + 40), durationFrames: frames(35) };
    await load([before, { ...studio, durationFrames: frames(40) }, again, after]);
    await expect.poll(frame, PATIENT).toBeGreaterThan(until + 30);
    const ended = (await evidenceOf(to)).filter((body) => body.type === 'item-ended' && body.frame > at);
    expect(ended).toMatchObject([
      { frame: at + 40, outcome: 'aired', slatedFrames: 0 },
      { frame: until, outcome: 'aired', slatedFrames: 0 },
    ]);
    await to.leave();
    const clips = await clipsOnAir(to, frames(at - 25), frames(until + 20));
    expect(clips).toEqual([...Array(25).fill(1), ...Array(75).fill(2), ...Array(20).fill(1)]);
    const seen = await recorded(to);
    const camera = expectCameraInOrder(seen);
    expect((camera[40] ?? 0) - (camera[39] ?? 0)).toBeLessThanOrEqual(2);
    const back = seen.findLastIndex(({ clip }) => clip === 2) + 1;
    expect(seen[back]).toEqual({ clip: 1, number: until - to.item.startFrame });
    expect(frameOf(seen, to, back)).toBe(until);
  });

  it('gives way to the slate while nothing comes, airs as soon as it does, is back when it was lost, and ends where a new rundown says', async () => {
    // The rundown airs it: that it takes air by itself besides changes nothing, and does not keep it there.
    const { to, publish, load, frame, shown } = await open({ takesAirByItself: true });
    const at = frames((await frame()) + 60);
    await load(withStudio(to, at, 2000));
    await expect.poll(shown, PATIENT).toEqual(['Studio', 'slate']);
    const publisher = publish();
    await expect.poll(shown, PATIENT).toEqual(['Studio', 'item']);
    await end(publisher);
    await expect.poll(shown, PATIENT).toEqual(['Studio', 'slate']);
    publish();
    await expect.poll(shown, PATIENT).toEqual(['Studio', 'item']);
    const until = frames((await frame()) + 60);
    await load(withStudio(to, at, until - at));
    await expect.poll(shown, PATIENT).toEqual(['after', 'item']);
    const ended = (await evidenceOf(to)).find((body) => body.type === 'item-ended' && body.airingId.startsWith('council'));
    expect(ended).toMatchObject({ frame: until, outcome: 'partial', reason: 'as-planned', cause: 'schedule' });
    expect(ended?.type === 'item-ended' && ended.slatedFrames).toBeGreaterThan(25);
    expect((await evidenceOf(to)).filter(({ type }) => type === 'breaking')).toEqual([]);
    await to.leave();
    const clips = await clipsOnAir(to, frames(at - 10), until);
    // A machine that is busy may lose the publisher once more: what comes after the first loss is not counted.
    expect(clips.filter((clip, index) => clip !== clips[index - 1]).slice(0, 5)).toEqual([1, 'other', 2, 'other', 2]);
    const seen = await recorded(to);
    const after = seen.slice(seen.findLastIndex(({ clip }) => clip === 2) + 1);
    expect(after.map(({ clip }) => clip)).toEqual(after.map(() => 1));
    expect(after[0]?.number).toBeGreaterThanOrEqual(until - to.item.startFrame);
  });
});
