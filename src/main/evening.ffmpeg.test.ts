import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../test-media/index.ts';
import type { AssetKind } from '../shared/contract/asset-kind.ts';
import { decibels, frames, framesToMs, parseFrameRate } from '../shared/time/index.ts';
import { AsRunQueries } from './application/as-run/index.ts';
import { GuideQueries } from './application/guide/index.ts';
import { PlanService } from './application/schedule/index.ts';
import type { Asset } from './domain/library/index.ts';
import type { PlaylogItem } from './domain/playlog/index.ts';
import { planOf } from './domain/schedule/planning.fixture.ts';
import { temporaryFolder } from './engine/testing/temporary-folder.ts';
import { FIRST, runChannel } from './engine/testing/test-channel.ts';
import { sampleAsset } from './infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation, testPlanner } from './infrastructure/testing/station.fixture.ts';

const RATE = parseFrameRate('25');
/** Where films may be interrupted: the picture after the break is this one. */
const MARK = 150;
const CLIPS: readonly { readonly title: string; readonly kind: AssetKind; readonly length: number }[] = [
  { title: 'Film', kind: 'programme', length: 300 },
  { title: 'Other Film', kind: 'programme', length: 300 },
  { title: 'Bumper', kind: 'bumper', length: 25 },
  { title: 'Spot Anna', kind: 'commercial', length: 40 },
  { title: 'Spot Bert', kind: 'commercial', length: 40 },
  { title: 'Promo', kind: 'promo', length: 30 },
  { title: 'Ident', kind: 'station-id', length: 25 },
];
const POD = ['bumper', 'commercial', 'commercial', 'promo', 'station-id', 'bumper'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const PLAN = planOf({
  breakPatterns: [{ id: 'film', name: 'Film', between: false, inside: { type: 'markers' }, lengthSeconds: 8, mostSpots: 2 }],
  dayparts: [
    {
      ...{ id: 'evening', name: 'Evening', when: { type: 'weekly', days: DAYS }, from: '06:00', to: '06:00', breaks: 'film' },
      selection: { type: 'least-recent', cooldownMinutes: 0 },
    },
  ],
});

let station: TestStation;
beforeEach(() => {
  station = openTestStation(frames(FIRST));
});
afterEach(() => station.close());

/** Makes the clips and puts them into the library, the films with their marks; clip n is asset n. */
async function fillLibrary(folder: string): Promise<void> {
  for (const [index, { title, kind, length }] of CLIPS.entries()) {
    const path = join(folder, `${title}.mp4`);
    await makeCodedClip({ path, clipId: index + 1, frames: length, rate: RATE, width: 160, height: 90, audio: 'stereo' });
    const sample = sampleAsset(index + 1, { title, kind, gainDb: decibels(0) });
    const { picture } = sample.media;
    if (picture === null) throw new Error('The sample has no picture');
    const media = {
      ...sample.media,
      path,
      duration: framesToMs(frames(length), RATE),
      picture: { ...picture, nominalRate: RATE, isInterlaced: false },
    };
    const asset: Asset = { ...sample, media };
    await station.unitOfWork.run(async ({ assets }) => {
      await assets.add(asset);
      if (kind === 'programme')
        await assets.replaceMarkers(
          asset.id,
          ['hand'],
          [{ type: 'break', origin: 'hand', atFrame: frames(MARK), quiet: null, label: null }],
        );
    });
  }
}

/** The planned items up to the end of the second film. */
function evening(items: readonly PlaylogItem[]): readonly PlaylogItem[] {
  const airings = [...new Set(items.flatMap(({ kind, origin }) => (kind === 'programme' ? origin.airingId : [])))];
  return items.slice(0, items.findLastIndex(({ origin, kind }) => kind === 'programme' && origin.airingId === airings[1]) + 1);
}

/** Clip and picture of every frame that an item is to show. */
function pictures({ assetId, inFrame, durationFrames }: PlaylogItem): readonly string[] {
  return Array.from({ length: durationFrames }, (_, offset) => `${assetId} ${inFrame + offset}`);
}

// The clock waits for what is not ready, so that no frame is held, however slow the machine.
it('airs films broken at their marks and resumed at the very next frame, with their pods, as playlog, log, guide and each picture tell', async () => {
  const folder = await temporaryFolder();
  await fillLibrary(folder);
  const { planAhead } = testPlanner({ ...station, rules: { ...station.rules, atMost: 100 } });
  expect(await new PlanService({ ...station, planAhead, log: SILENT_LOG }).put(PLAN, null, 'jo')).toMatchObject({ ok: true });
  const planned = evening(await station.unitOfWork.run(({ playlog }) => playlog.listFrom(frames(FIRST))));
  const film = ['programme', ...POD, 'programme'];
  expect(planned.map(({ kind }) => kind)).toEqual([...film, ...film]);
  expect(planned.map(({ inFrame }) => inFrame)).toEqual([0, 0, 0, 0, 0, 0, 0, MARK, 0, 0, 0, 0, 0, 0, 0, MARK]);
  expect(await station.feeder.run()).toMatchObject({ ok: true });

  const length = planned.reduce((sum, { durationFrames }) => sum + durationFrames, 0);
  const output = join(folder, 'evening.ts');
  // A few frames more than are looked at: so that the last item ends on air.
  const { evidence } = await runChannel({ rundown: station.engine.rundown, length: length + 5, output });
  const report = await readCodedStream(output, { channel: { rate: RATE } });
  const seen = report.frames.map((frame) => (frame.kind === 'coded' ? `asset-${frame.clipId} ${frame.frameNumber}` : frame.kind));
  expect(seen.slice(0, length)).toEqual(planned.flatMap(pictures));

  for (const body of evidence.bodies) station.engine.write(body);
  expect(await station.takeInEvidence.run()).toMatchObject({ ok: true });
  const rows = (await new AsRunQueries(station.unitOfWork).list({ limit: 1000 })).items.slice(0, planned.length);
  expect(rows.map((row) => [row.itemId, row.startFrame, row.durationFrames, row.heldFrames, row.slatedFrames, row.outcome])).toEqual(
    planned.map((item) => [item.id, item.startFrame, item.durationFrames, 0, 0, 'aired']),
  );
  const guide = await new GuideQueries(station).xmltv();
  const starts = rows.filter(({ kind }, index) => kind === 'programme' && planned[index]?.inFrame === 0).map(({ startsAt }) => startsAt);
  for (const startsAt of starts) expect(guide).toContain(`start="${startsAt.slice(0, 19).replaceAll(/[-:T]/g, '')} +0000"`);
  expect(starts).toHaveLength(2);
}, 120_000);
