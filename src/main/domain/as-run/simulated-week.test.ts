import { describe, expect, it } from 'vitest';
import { AS_RUN_REASONS } from '../../../shared/contract/as-run.ts';
import { type Campaign, campaignSchema } from '../../../shared/contract/traffic.ts';
import type { EvidenceBody, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, firstFrameFrom, frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../playlog/index.ts';
import { kept, plannable, planned, planOf, TEST_RATE } from '../schedule/planning.fixture.ts';
import { owedSpots } from '../traffic/index.ts';
import { type AsRunEntry, beforeFirstAir, foldEvidence, reconcile } from './index.ts';

const START = firstFrameFrom(milliseconds(Date.parse('2026-03-02T06:00:00Z')), TEST_RATE);
const DAY = 86_400 * 25;
const PLAN = planOf({
  dayparts: [
    {
      ...{ id: 'all', name: 'All', when: { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] } },
      ...{ from: '06:00', to: '06:00', selection: { type: 'least-recent' }, breaks: 'often' },
    },
  ],
  breakPatterns: [{ id: 'often', name: 'often', inside: { type: 'every', minutes: 15 }, lengthSeconds: 120 }],
});
const ASSETS = [
  ...Array.from({ length: 30 }, (_, index) => plannable(`P${index + 10}`, 'programme', 1500 + index * 61)),
  plannable('B1', 'bumper', 5),
  plannable('R1', 'promo', 20),
  plannable('I1', 'station-id', 8),
  ...['S1', 'S2', 'S3'].map((id) => plannable(id, 'commercial', 30)),
];
const CAMPAIGNS: readonly Campaign[] = ['S1', 'S2', 'S3'].map((spot) =>
  campaignSchema.parse({
    id: spot,
    name: spot,
    advertiser: spot,
    from: '2026-03-01',
    to: '2026-04-01',
    assetIds: [`id-${spot}`],
    playsPerDay: 24,
  }),
);

function rundownItem(item: PlaylogItem): RundownItem {
  const { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId } = item;
  return { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId, source: { type: 'slate' } };
}

type Reason = (typeof AS_RUN_REASONS)[number];
type Outcome = 'aired' | 'partial' | 'failed';

/** Writes evidence as an engine does that follows a playlog and meets with accidents. */
class AccidentalEngine {
  readonly records: EvidenceBody[] = [];
  readonly hurt = new Set<string>();
  readonly #items: readonly PlaylogItem[];

  constructor(items: readonly PlaylogItem[]) {
    this.#items = items;
  }

  run(): void {
    this.records.push({ type: 'on-air', frame: START, lostFrom: null, rate: '25/1' });
    let index = 0;
    while (index < this.#items.length) {
      const isRoom = index + 6 < this.#items.length;
      if (isRoom && index % 97 === 50) index = this.#crash(index);
      else if (isRoom && index % 89 === 40) index = this.#override(index, 'operator-panic');
      else if (isRoom && index % 83 === 30) index = this.#override(index, 'operator-breaking');
      else if (isRoom && index % 79 === 20) index = this.#leave(index);
      else {
        const item = this.#items[index] as PlaylogItem;
        if (index % 31 === 9) this.#fail(item);
        else this.#air(item, item.startFrame, endFrame(item), 'as-planned', 'aired', 'as-planned');
        index += 1;
      }
    }
  }

  #air(item: PlaylogItem | null, from: Frames, until: Frames, why: Reason, outcome: Outcome, end: Reason, slated = 0): void {
    this.#start(item, from, why);
    const fate = { heldFrames: frames(0), slatedFrames: frames(slated), outcome, reason: end, cause: 'jo' };
    this.records.push({ type: 'item-ended', airingId: `a-${from}`, frame: until, ...fate });
  }

  #start(item: PlaylogItem | null, frame: Frames, reason: Reason): void {
    const what = { airingId: `a-${frame}`, item: item === null ? null : rundownItem(item) };
    this.records.push({ type: 'item-started', ...what, frame, reason, cause: 'jo' });
  }

  #fail(item: PlaylogItem): void {
    this.hurt.add(item.id);
    this.#air(item, item.startFrame, endFrame(item), 'as-planned', 'failed', 'media-missing', item.durationFrames);
  }

  /** From the middle of one item to the middle of the fourth after it: what goes wrong in between, and the two ends. */
  #stretch(index: number) {
    const five = this.#items.slice(index, index + 5);
    for (const { id } of five) this.hurt.add(id);
    const [first, last] = [five[0] as PlaylogItem, five[4] as PlaylogItem];
    const middle = (item: PlaylogItem) => frames(item.startFrame + (item.durationFrames >> 1));
    return { first, last, from: middle(first), until: middle(last) };
  }

  #crash(index: number): number {
    const { first, last, from, until } = this.#stretch(index);
    this.#start(first, first.startFrame, 'as-planned');
    this.records.push({ type: 'on-air', frame: until, lostFrom: from, rate: '25/1' });
    this.#air(last, until, endFrame(last), 'joined-in-progress', 'partial', 'as-planned');
    return index + 5;
  }

  #leave(index: number): number {
    const { first, last, from, until } = this.#stretch(index);
    this.#air(first, first.startFrame, from, 'as-planned', 'partial', 'left-air');
    this.records.push({ type: 'off-air', frame: from, cause: 'jo' });
    this.records.push({ type: 'on-air', frame: until, lostFrom: from, rate: '25/1' });
    this.#air(last, until, endFrame(last), 'joined-in-progress', 'partial', 'as-planned');
    return index + 5;
  }

  #override(index: number, reason: 'operator-panic' | 'operator-breaking'): number {
    const { first, last, from, until } = this.#stretch(index);
    this.#air(first, first.startFrame, from, 'as-planned', 'partial', reason);
    this.#start(null, from, reason);
    this.records.push({ type: 'returned', frame: until, cause: 'jo', policy: 'rejoin', since: from, interruptedId: first.id });
    const fate = { heldFrames: frames(0), slatedFrames: frames(0), outcome: 'aired', reason: 'operator-return', cause: 'jo' } as const;
    this.records.push({ type: 'item-ended', airingId: `a-${from}`, frame: until, ...fate });
    this.#air(last, until, endFrame(last), 'operator-return', 'partial', 'as-planned');
    return index + 5;
  }
}

function logOf(records: readonly EvidenceBody[], items: readonly PlaylogItem[]): readonly AsRunEntry[] {
  let state = beforeFirstAir('25/1');
  const entries: AsRunEntry[] = [];
  for (const body of records) {
    const isGap = body.type === 'on-air' || body.type === 'returned';
    const folded = foldEvidence(
      state,
      body,
      isGap ? items.filter((item) => endFrame(item) > body.frame - DAY && item.startFrame < body.frame) : [],
    );
    expect(folded.defects.filter((defect) => defect !== 'An airing had no end')).toEqual([]);
    entries.push(...folded.entries);
    state = folded.state;
  }
  return entries;
}

describe('a week with accidents', () => {
  const week = planned({ plan: PLAN, assets: ASSETS, campaigns: CAMPAIGNS, from: START, until: frames(START + 7 * DAY) });
  const items = kept(week.items);
  const engine = new AccidentalEngine(items);
  engine.run();
  const entries = logOf(engine.records, items);

  it('is told frame by frame, without a hole', () => {
    const told = entries.filter(({ durationFrames }) => durationFrames > 0);
    let at: number = START;
    for (const entry of told) {
      expect(entry.startFrame).toBe(at);
      at += entry.durationFrames;
    }
    expect(at).toBe(endFrame(items.at(-1) as PlaylogItem));
  });

  it('differs from the playlog where an accident was and nowhere else, each time with its reason', () => {
    const differences = reconcile(items, entries);
    const known = new Set<string>(AS_RUN_REASONS.filter((reason) => reason !== 'as-planned'));
    expect(differences.filter(({ reason }) => !known.has(reason))).toEqual([]);
    expect(new Set(differences.flatMap(({ itemId }) => itemId ?? []))).toEqual(engine.hurt);
    const reasons = new Set(differences.map(({ reason }) => reason));
    const expected = ['media-missing', 'engine-lost', 'left-air', 'operator-panic', 'operator-breaking', 'operator-return'];
    expect([...reasons].sort()).toEqual(expected.sort());
    expect(engine.hurt.size).toBeGreaterThan(100);
  });

  it('offers each missed spot as a make-good once, and airs what is accepted beyond the cap of the next day', () => {
    const missed = entries
      .map((entry, index) => ({ ...entry, seq: index + 1, correction: null }))
      .filter(({ kind, outcome }) => kind === 'commercial' && outcome !== 'aired' && outcome !== 'replaced');
    const owed = owedSpots(CAMPAIGNS, missed, new Set());
    const hurtSpots = items.filter(({ id, kind }) => kind === 'commercial' && engine.hurt.has(id));
    expect(new Set(owed.map(({ entry }) => entry.itemId))).toEqual(new Set(hurtSpots.map(({ id }) => id)));
    expect(owed.length).toBe(hurtSpots.length);
    expect(owed.length).toBeGreaterThan(5);

    const from = endFrame(items.at(-1) as PlaylogItem);
    const date = '2026-03-10';
    const extraPlays = new Map<string, number>();
    for (const { campaign } of owed) extraPlays.set(`${campaign.id}@${date}`, (extraPlays.get(`${campaign.id}@${date}`) ?? 0) + 1);
    const until = frames(START + 9 * DAY);
    const next = kept(planned({ plan: PLAN, assets: ASSETS, campaigns: CAMPAIGNS, from, until, extraPlays }).items);
    for (const { id } of CAMPAIGNS) {
      const aired = next.filter(
        ({ origin, startFrame }) => origin.campaignId === id && startFrame >= START + 8 * DAY && startFrame < START + 9 * DAY,
      );
      expect(aired.length).toBe(24 + (extraPlays.get(`${id}@${date}`) ?? 0));
    }
  });
});
