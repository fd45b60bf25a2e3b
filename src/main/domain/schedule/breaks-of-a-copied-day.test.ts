import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../shared/contract/traffic.ts';
import { type Frames, firstFrameFrom, frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, findUnsound, NO_ORIGIN, type PlaylogItem } from '../playlog/index.ts';
import { plannable, planned, planOf, TEST_RATE, weekly } from './planning.fixture.ts';

const FROM = firstFrameFrom(milliseconds(Date.parse('2026-03-02T06:00:00Z')), TEST_RATE);
const SECOND = 25;
const POD = ['bumper', 'spots', 'bumper'];
const FILM = plannable('FILM', 'programme', 600);
const REST = [plannable('IN', 'bumper', 5), plannable('PROMO', 'promo', 10), plannable('FILL', 'filler', 20)];
const SPOTS = ['S1', 'S2', 'S3', 'S4'].map((houseId) => plannable(houseId, 'commercial', 20));

const plan = (pattern: object) =>
  planOf({
    breakPatterns: [{ id: 'ads', name: 'Ads', inside: { type: 'none' }, lengthSeconds: 60, pod: POD, ...pattern }],
    dayparts: [weekly('a', '06:00', '06:00', { breaks: 'ads', selection: { type: 'least-recent', cooldownMinutes: 0 } })],
  });

/** A part of a programme where a person put it, in seconds from the start of the stretch. */
const part = (airingId: string, seconds: number, lengthSeconds: number): PlaylogItem => ({
  id: `part-${seconds}`,
  startFrame: frames(FROM + seconds * SECOND),
  durationFrames: frames(lengthSeconds * SECOND),
  kind: 'programme',
  title: FILM.title,
  houseId: FILM.houseId,
  assetId: FILM.id,
  inputId: null,
  inFrame: frames(0),
  startMode: 'follow',
  status: 'planned',
  explanation: { rule: 'Copied', seed: null, candidateCount: 1, refused: [], relaxed: null },
  origin: { ...NO_ORIGIN, airingId, placedBy: 'jo' },
});

const campaign = (changes: object = {}) =>
  campaignSchema.parse({
    ...{ id: 'c', name: 'c', from: '2026-03-01', to: '2026-03-31', advertiser: 'Anna', assetIds: ['id-S1', 'id-S2'] },
    ...changes,
  });

function around(placed: readonly PlaylogItem[], pattern: object = {}, campaigns = [campaign()]) {
  const until = placed.reduce((latest, item) => frames(Math.max(latest, endFrame(item))), FROM);
  return planned({ plan: plan(pattern), assets: [FILM, ...REST, ...SPOTS], campaigns, from: FROM, until, placed }).items;
}

const kindsBetween = (items: ReturnType<typeof around>, from: Frames, until: Frames) =>
  items.filter(({ startFrame }) => startFrame >= from && startFrame < until).map(({ kind }) => kind);

describe('the breaks of programmes that a person placed', () => {
  it('have spots by traffic where a programme is interrupted, as long as the hole is', () => {
    const [first, second] = [part('film', 0, 300), part('film', 400, 300)];
    const items = around([first, second]);
    expect(findUnsound(items as readonly PlaylogItem[])).toBeNull();
    const pod = items.filter(({ startFrame }) => startFrame >= endFrame(first) && startFrame < second.startFrame);
    expect(pod.map(({ kind }) => kind)).toEqual(['bumper', 'commercial', 'commercial', 'commercial', 'promo', 'filler', 'bumper']);
    expect(pod.some(({ origin }) => origin.campaignId === 'c')).toBe(true);
    expect(new Set(pod.map(({ origin }) => origin.airingId))).toEqual(new Set(['film']));
    expect(items).toContain(first);
    expect(items).toContain(second);
  });

  it('stand between two programmes where the pattern has breaks there, and only as long as it says', () => {
    const [one, other] = [part('one', 0, 300), part('other', 400, 300)];
    const spots = (pattern: object) =>
      kindsBetween(around([one, other], pattern), endFrame(one), other.startFrame).filter((kind) => kind === 'commercial');
    expect(spots({ between: true })).toHaveLength(2);
    expect(spots({ between: false })).toHaveLength(0);
  });

  it('are no stretch of spots where a part is missing', () => {
    const [first, third] = [part('film', 0, 300), part('film', 300 + 1200, 300)];
    const kinds = kindsBetween(around([first, third], { between: false }), endFrame(first), third.startFrame);
    expect(kinds).toContain('programme');
    expect(kinds).not.toContain('commercial');
  });

  it('keep the caps of campaigns, whatever the holes', () => {
    const holes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(holes, fc.integer({ min: 1, max: 5 }), (lengths, playsPerDay) => {
        let at = 0;
        const parts = lengths.map((hole) => {
          const one = part('film', at, 60);
          at += 60 + hole;
          return one;
        });
        const items = around([...parts, part('film', at, 60)], {}, [campaign({ playsPerDay })]);
        expect(findUnsound(items as readonly PlaylogItem[])).toBeNull();
        expect(items.filter(({ origin }) => origin.campaignId === 'c').length).toBeLessThanOrEqual(playsPerDay);
        for (const one of parts) expect(items).toContain(one);
      }),
    );
  });
});
