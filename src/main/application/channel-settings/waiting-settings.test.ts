import { expect, it } from 'vitest';
import { engineConfigSchema, fixedSetupOf } from '../../../shared/engine-protocol/index.ts';
import { waitingSettings } from './waiting-settings.ts';

const kept = engineConfigSchema.parse({});
const waiting = (change: object) => waitingSettings({ ...kept, ...change }, fixedSetupOf(kept), kept);

it('waits for nothing when the engine runs as it should, or with what can be changed on air', () => {
  expect(waiting({})).toEqual({ forEngine: [], forStation: [] });
  const onAir = { video: { ...kept.video, bitrateKbps: 500 }, hls: { ...kept.hls, windowSegments: 10 } };
  expect(waiting(onAir)).toEqual({ forEngine: [], forStation: [] });
});

it('names what waits for another start of the engine', () => {
  const hls = { ...kept.hls, segmentSeconds: 4, format: 'fmp4', renditions: [{ height: 360, bitrateKbps: 800 }] };
  expect(waiting({ width: 640, height: 480, hls, rtmpPlayKey: 'other' }).forEngine).toEqual([
    ...['width', 'height', 'hls.segmentSeconds', 'hls.format', 'hls.renditions', 'rtmpPlayKey'],
  ]);
});

it('names what waits for another start of the station, whatever the engine does', () => {
  expect(waiting({ channelName: 'Nine', rate: '50/1' })).toEqual({ forEngine: [], forStation: ['name', 'rate'] });
  expect(waitingSettings({ ...kept, width: 640 }, null, { ...kept, rate: '50/1' })).toEqual({ forEngine: [], forStation: ['rate'] });
});
