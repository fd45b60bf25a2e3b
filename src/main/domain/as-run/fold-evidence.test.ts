import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceBody } from '../../../shared/engine-protocol/evidence.ts';
import type { RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { NO_ORIGIN, type PlaylogItem } from '../playlog/index.ts';
import { type AsRunEntry, type AsRunState, beforeFirstAir, foldEvidence } from './index.ts';

const RATE = '25/1';
const f = frames;

function item(id: string, startFrame: number, durationFrames: number): RundownItem {
  const file = {
    type: 'file',
    path: `/media/${id}.mp4`,
    inFrame: f(0),
    hasPicture: true,
    hasSound: true,
    gainDb: 0,
  } as RundownItem['source'];
  const range = { startFrame: f(startFrame), durationFrames: f(durationFrames), startMode: 'follow' as const };
  return { id, ...range, kind: 'programme', title: `Title ${id}`, houseId: `H-${id}`, assetId: `asset-${id}`, source: file };
}

function planned(id: string, startFrame: number, durationFrames: number): PlaylogItem {
  const { source: _, ...rest } = item(id, startFrame, durationFrames);
  const explanation = { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null };
  return { ...rest, inputId: null, inFrame: f(0), status: 'planned', explanation, origin: NO_ORIGIN };
}

const onAir = (frame: number, lostFrom: number | null = null): EvidenceBody => ({
  type: 'on-air',
  frame: f(frame),
  lostFrom: lostFrom === null ? null : f(lostFrom),
  rate: RATE,
});
const started = (id: string, frame: number, of: RundownItem | null): EvidenceBody => ({
  type: 'item-started',
  airingId: id,
  frame: f(frame),
  item: of,
  reason: of === null ? 'nothing-scheduled' : 'as-planned',
  cause: 'schedule',
});
const ended = (id: string, frame: number): EvidenceBody => ({
  type: 'item-ended',
  airingId: id,
  frame: f(frame),
  heldFrames: f(0),
  slatedFrames: f(0),
  outcome: 'aired',
  reason: 'as-planned',
  cause: 'schedule',
});
const offAir = (frame: number): EvidenceBody => ({ type: 'off-air', frame: f(frame), cause: 'tester' });

function fold(records: readonly EvidenceBody[], playlog: readonly PlaylogItem[] = []) {
  let state: AsRunState = beforeFirstAir(RATE);
  const entries: AsRunEntry[] = [];
  const defects: string[] = [];
  for (const record of records) {
    const folded = foldEvidence(state, record, playlog);
    state = folded.state;
    entries.push(...folded.entries);
    defects.push(...folded.defects);
  }
  return { state, entries, defects };
}

const brief = (entries: readonly AsRunEntry[]) =>
  entries.map((entry) => [entry.itemId, entry.startFrame, entry.durationFrames, entry.outcome, entry.reason]);

describe('foldEvidence', () => {
  it('makes an entry of each airing, planned from the item and actual from the frames', () => {
    const { entries, defects } = fold([
      onAir(100),
      started('a', 100, item('A', 50, 150)),
      ended('a', 200),
      started('b', 200, item('B', 200, 10)),
      ended('b', 210),
    ]);
    expect(brief(entries)).toEqual([
      ['A', 100, 100, 'aired', 'as-planned'],
      ['B', 200, 10, 'aired', 'as-planned'],
    ]);
    expect(entries[0]).toMatchObject({ plannedDurationFrames: 150, title: 'Title A', plannedStartsAt: Date.UTC(2024, 0, 1) + 2000 });
    expect(entries[0]?.startsAt).toBe(Date.UTC(2024, 0, 1) + 4000);
    expect(defects).toEqual([]);
  });

  it('names what was lost while there was no engine, from the playlog', () => {
    const lost = [
      onAir(0),
      started('a', 0, item('A', 0, 100)),
      { ...ended('a', 60), outcome: 'partial', reason: 'engine-lost' } as EvidenceBody,
    ];
    const { entries } = fold([...lost, onAir(250, 60)], [planned('A', 0, 100), planned('B', 100, 100), planned('C', 200, 100)]);
    expect(brief(entries)).toEqual([
      ['A', 0, 60, 'partial', 'engine-lost'],
      ['A', 60, 40, 'missed', 'engine-lost'],
      ['B', 100, 100, 'missed', 'engine-lost'],
      ['C', 200, 50, 'missed', 'engine-lost'],
    ]);
  });

  it('tells a channel that left the air on purpose from one that was lost', () => {
    const { entries } = fold([onAir(0), started('a', 0, null), ended('a', 10), offAir(10), onAir(30, 10)]);
    expect(brief(entries)).toEqual([
      [null, 0, 10, 'inserted', 'nothing-scheduled'],
      [null, 10, 20, 'missed', 'left-air'],
    ]);
  });

  it('calls what a clock that was set skipped by that name, and only that', () => {
    const stepped = { ...ended('a', 60), outcome: 'partial', reason: 'clock-stepped' } as EvidenceBody;
    const back = [
      started('b', 150, item('B', 100, 100)),
      { ...ended('b', 180), outcome: 'partial', reason: 'engine-lost' } as EvidenceBody,
    ];
    const { entries } = fold(
      [onAir(0), started('a', 0, item('A', 0, 100)), stepped, onAir(150, 60), ...back, onAir(200, 180)],
      [planned('A', 0, 100), planned('B', 100, 100)],
    );
    expect(brief(entries)).toEqual([
      ['A', 0, 60, 'partial', 'clock-stepped'],
      ['A', 60, 40, 'missed', 'clock-stepped'],
      ['B', 100, 50, 'missed', 'clock-stepped'],
      ['B', 150, 30, 'partial', 'engine-lost'],
      ['B', 180, 20, 'missed', 'engine-lost'],
    ]);
  });

  it('explains an airing by what ended it, or else by what started it', () => {
    const take: EvidenceBody = {
      ...(started('b', 40, item('B', 100, 20)) as Extract<EvidenceBody, { type: 'item-started' }>),
      reason: 'operator-take',
      cause: 'jo',
    };
    const cut: EvidenceBody = {
      ...(ended('a', 40) as Extract<EvidenceBody, { type: 'item-ended' }>),
      outcome: 'partial',
      reason: 'operator-take',
      cause: 'jo',
    };
    const { entries } = fold([onAir(0), started('a', 0, item('A', 0, 100)), cut, take, ended('b', 60)]);
    expect(entries.map((entry) => [entry.reason, entry.cause])).toEqual([
      ['operator-take', 'jo'],
      ['operator-take', 'jo'],
    ]);
  });

  it('fills frames that the evidence is silent about, and says so', () => {
    const { entries, defects } = fold([
      onAir(0),
      started('a', 0, item('A', 0, 10)),
      ended('a', 10),
      started('b', 15, item('B', 15, 5)),
      ended('b', 20),
    ]);
    expect(brief(entries)[1]).toEqual([null, 10, 5, 'inserted', 'nothing-scheduled']);
    expect(defects).toEqual(['Frames without evidence']);
  });

  it('does not log a frame twice when the journal is read again', () => {
    const records = [onAir(0), started('a', 0, item('A', 0, 10)), ended('a', 10), offAir(10)];
    expect(fold([...records, ...records]).entries).toHaveLength(1);
  });
});

/** Records as an engine may write them, with crashes, restarts, missing ends and holes. */
const anyRecords = fc.array(
  fc.tuple(fc.constantFrom('started', 'ended', 'on-air', 'off-air', 'unknown-end'), fc.integer({ min: 0, max: 50 })),
  {
    maxLength: 60,
  },
);

describe('foldEvidence, whatever the engine wrote', () => {
  it('tiles the frames from the first on-air to the last record', () => {
    fc.assert(
      fc.property(anyRecords, (steps) => {
        let frame = 1000;
        let airing = 'none';
        const records: EvidenceBody[] = [onAir(frame)];
        for (const [index, [type, wait]] of steps.entries()) {
          frame += wait;
          if (type === 'started') {
            airing = `airing-${index}`;
            records.push(started(airing, frame, index % 2 ? item(airing, frame, 30) : null));
          } else if (type === 'ended') records.push(ended(airing, frame));
          else if (type === 'unknown-end') records.push(ended('unknown', frame));
          else if (type === 'on-air') records.push(onAir(frame, frame - wait));
          else records.push(offAir(frame));
        }
        const last = frame + 7;
        records.push(onAir(last, frame));
        const { entries, state } = fold(records, [planned('P', 1010, 100), planned('Q', 1200, 100)]);
        expect(tiling(entries)).toEqual({ from: 1000, until: last, faults: 0 });
        expect(state.frontier).toBe(last);
      }),
      { numRuns: 200 },
    );
  });
});

function tiling(entries: readonly AsRunEntry[]) {
  let at = (entries[0]?.startFrame ?? 0) as Frames;
  let faults = 0;
  for (const entry of entries) {
    if (entry.startFrame !== at || entry.durationFrames < 1) faults += 1;
    at = f(entry.startFrame + entry.durationFrames);
  }
  return { from: entries[0]?.startFrame, until: at, faults };
}
