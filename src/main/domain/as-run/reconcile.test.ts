import { describe, expect, it } from 'vitest';
import { type Frames, frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { NO_ORIGIN, type PlaylogItem } from '../playlog/index.ts';
import { type AsRunEntry, formatAsRunCsv, reconcile } from './index.ts';

const explanation = { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null };
const item = (id: string, start: number): PlaylogItem => ({
  id,
  startFrame: frames(start),
  durationFrames: frames(100),
  kind: 'commercial',
  title: id,
  houseId: id,
  assetId: id,
  inputId: null,
  inFrame: frames(0),
  startMode: 'follow',
  status: 'planned',
  explanation,
  origin: NO_ORIGIN,
});
const entry = (itemId: string | null, start: number, change: Partial<AsRunEntry> = {}): AsRunEntry => ({
  itemId,
  assetId: itemId,
  houseId: itemId,
  title: itemId ?? 'Filler',
  kind: 'commercial',
  plannedStartsAt: milliseconds(start * 40),
  plannedDurationFrames: frames(100),
  startsAt: milliseconds(start * 40),
  startFrame: frames(start),
  durationFrames: frames(100),
  heldFrames: 0 as Frames,
  slatedFrames: 0 as Frames,
  outcome: 'aired',
  reason: 'as-planned',
  cause: 'schedule',
  ...change,
});

describe('reconcile', () => {
  it('leaves out what aired as planned and gives every difference its reason', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id, index) => item(id, index * 100));
    const log = [
      entry('a', 0),
      entry('b', 100, { durationFrames: frames(40), outcome: 'partial', reason: 'engine-lost', cause: 'engine' }),
      entry('b', 140, { durationFrames: frames(60), outcome: 'missed', reason: 'engine-lost', cause: 'engine' }),
      entry('c', 200, { slatedFrames: frames(100), outcome: 'failed', reason: 'media-missing', cause: 'engine' }),
      entry('d', 310),
      entry(null, 410, { outcome: 'inserted', reason: 'operator-panic', cause: 'jo' }),
      entry('x', 510),
    ];
    expect(
      reconcile(items, log).map(({ itemId, airedFrames, outcome, reason, cause }) => [itemId, airedFrames, outcome, reason, cause]),
    ).toEqual([
      ['b', 40, 'partial', 'engine-lost', 'engine'],
      ['c', 0, 'failed', 'media-missing', 'engine'],
      ['d', 100, 'aired', 'plan-changed-on-air', 'schedule'],
      ['e', 0, 'missed', 'no-evidence', 'engine'],
      [null, 100, 'inserted', 'operator-panic', 'jo'],
      [null, 100, 'replaced', 'plan-changed-on-air', 'schedule'],
    ]);
  });
});

describe('formatAsRunCsv', () => {
  it('writes a line of headings and a line for each entry, quoting what needs it', () => {
    const csv = formatAsRunCsv([{ ...entry('a', 0, { title: '=1+1, "so"' }), seq: 7, correction: null }], parseFrameRate('25/1'));
    const [heading, line, end] = csv.split('\r\n');
    expect(heading?.startsWith('\uFEFFNo,Start (UTC),End (UTC),Duration (s)')).toBe(true);
    expect(line).toBe(
      `7,1970-01-01T00:00:00.000Z,2024-01-01T00:00:04.000Z,4.000,commercial,a,"'=1+1, ""so""",aired,as-planned,schedule,1970-01-01T00:00:00.000Z,4.000,0,100,0,0,,`,
    );
    expect(end).toBe('');
  });
});
