import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { end, evidenceOf, inputOf, liveStation, PATIENT, recorded, send, stoodStill, watch } from './testing/live-station.ts';

/** Far longer than a look at the status takes, also on a busy machine. */
const STABLE_AFTER_SECONDS = 4;

describe('a live source that comes and goes', () => {
  it('is not stable and not aired before it has come for long enough; lost on air, it is left once and does not come back by itself', async () => {
    const to = await liveStation();
    const { client } = to;
    await watch(to, { type: 'rtmp-publish', key: 'studio-key', takesAirByItself: true, stableAfterSeconds: STABLE_AFTER_SECONDS });
    const rtmp = (await client.call('hello', { protocol: 1 })).addresses.rtmp;
    const publish = () => send(to.camera, ['-f', 'flv', rtmp.replace(/[^/]+$/, 'studio-key')]);
    const mode = async () => (await client.call('status', {})).mode;
    for (let coming = 0; coming < 3; coming++) {
      const publisher = publish();
      await expect.poll(async () => (await inputOf(to))?.secondsStable, PATIENT).toBeGreaterThanOrEqual(1);
      expect((await inputOf(to))?.state).toBe('receiving');
      await end(publisher);
      await expect.poll(async () => await inputOf(to), PATIENT).toMatchObject({ state: 'waiting', secondsStable: 0 });
    }
    expect((await evidenceOf(to)).filter(({ type }) => type === 'breaking')).toEqual([]);

    const publisher = publish();
    await expect.poll(mode, PATIENT).toBe('live');
    expect((await inputOf(to))?.state).toBe('stable');
    await end(publisher);
    await expect.poll(mode, PATIENT).toBe('auto');
    publish();
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('stable');
    const { frame } = await client.call('status', {});
    await expect.poll(async () => (await client.call('status', {})).frame, PATIENT).toBeGreaterThan(frame + 25);
    expect(await mode()).toBe('auto');
    const said = (await evidenceOf(to)).filter((body) => body.type === 'breaking' || body.type === 'returned');
    expect(said.map(({ type }) => type)).toEqual(['breaking', 'returned']);

    await to.leave();
    const seen = await recorded(to);
    const clips = seen.map(({ clip }) => clip);
    expect(clips.filter((clip, index) => clip !== clips[index - 1])).toEqual([1, 2, 1]);
    expect(stoodStill(seen, to, said[1]?.frame ?? frames(0))).toBeLessThanOrEqual(37);
  });
});
