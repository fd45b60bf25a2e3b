import { describe, expect, it } from 'vitest';
import { type Frames, firstFrameFrom, frames, milliseconds } from '../../../shared/time/index.ts';
import { NO_ORIGIN, type PlaylogItem } from '../playlog/index.ts';
import { plannedStarts } from './planned-starts.ts';
import { planOf, TEST_RATE } from './planning.fixture.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const rest = { when: { type: 'weekly', days: DAYS }, selection: { type: 'least-recent' } };
const PLAN = planOf({
  dayparts: [
    { id: 'day', name: 'Day', from: '06:00', to: '20:00', ...rest },
    { id: 'evening', name: 'Evening', from: '20:00', to: '06:00', ...rest },
  ],
});
const at = (time: string): Frames => firstFrameFrom(milliseconds(Date.parse(`2026-03-02T${time}Z`)), TEST_RATE);
const explanation = { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null };
const NEUTRAL = { kind: 'programme', inputId: null, inFrame: frames(0), startMode: 'follow', status: 'planned', explanation } as const;

function item(id: string, from: string, until: string, occurrence: string | null): PlaylogItem {
  const place = { startFrame: at(from), durationFrames: frames(at(until) - at(from)) };
  return { ...NEUTRAL, id, title: id, houseId: id, assetId: id, ...place, origin: { ...NO_ORIGIN, occurrence } };
}

describe('planned starts', () => {
  const day = 'day@2026-03-02';
  const evening = 'evening@2026-03-02';

  it('names the start of a daypart for its first item, however late that is, and for no other', () => {
    const items = [
      item('a', '19:00:00', '20:03:10', day),
      item('b', '20:03:10', '21:00:00', evening),
      item('c', '21:00:00', '22:00:00', evening),
    ];
    expect([...plannedStarts(PLAN, items, TEST_RATE)]).toEqual([['b', at('20:00:00')]]);
  });

  it('says nothing of what began before the first item, nor of what people placed', () => {
    const items = [item('placed', '20:30:00', '21:00:00', null), item('b', '21:00:00', '22:00:00', evening)];
    expect([...plannedStarts(PLAN, items, TEST_RATE)]).toEqual([]);
    expect([...plannedStarts(PLAN, [], TEST_RATE)]).toEqual([]);
  });
});
