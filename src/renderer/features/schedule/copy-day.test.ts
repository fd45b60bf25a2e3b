import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { DayCopyTrial } from '../../../shared/contract/index.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { likelyCopy, makeCopy } from './copy-day.ts';
import { useCopyDayStore } from './copy-day-store.ts';
import { generate } from './generate.ts';

const COPY = { from: '2026-05-01', to: '2026-05-08', what: 'programmes' } as const;
const LEFT_OUT = [{ title: 'A', startsAt: '2026-05-08T08:00:00Z', reason: 'Its rights will have ended' }];

/** A station whose playlog has another revision each time that it is asked, up to a last one. */
function stationAt(last: number, leftOut: (revision: number) => DayCopyTrial['leftOut'] = () => []) {
  const kept = { revision: 1, leaveOut: null as boolean | null };
  const calls = {
    tryCopyDay: async () => {
      kept.revision = Math.min(kept.revision + 1, last);
      return { revision: kept.revision, copied: 3, leftOut: leftOut(kept.revision) };
    },
    copyDay: async ({ revision, leaveOut }: { readonly revision: number; readonly leaveOut: boolean }) => {
      if (revision < last) throw new ORPCError('STALE_REVISION', { status: 409 });
      kept.leaveOut = leaveOut;
      return { revision: last + 1, dropped: [], copied: 3, leftOut: leftOut(revision) };
    },
  } as unknown as StationCalls['playlog'];
  return { calls, kept };
}

describe('copying a day', () => {
  it('begins with the day in sight: to the next week, or from the last one when it is still to come', () => {
    expect(likelyCopy('2026-05-01', '2026-05-01')).toEqual({ from: '2026-05-01', to: '2026-05-08' });
    expect(likelyCopy('2026-05-03', '2026-05-01')).toEqual({ from: '2026-04-26', to: '2026-05-03' });
  });

  it('is made once more when the playlog moved on meanwhile, and tells what was placed', async () => {
    const { calls, kept } = stationAt(3);
    expect(await makeCopy(calls, COPY, { revision: 1, copied: 3, leftOut: [] })).toMatchObject({ revision: 4, note: '3 items placed.' });
    expect(kept.leaveOut).toBe(false);
  });

  it('leaves out only what somebody has seen', async () => {
    const seen = stationAt(2, () => LEFT_OUT);
    const made = await makeCopy(seen.calls, COPY, { revision: 1, copied: 3, leftOut: LEFT_OUT });
    expect([made.note, seen.kept.leaveOut]).toEqual(['3 items placed, 1 left out.', true]);
    const other = stationAt(2, (revision) => (revision === 2 ? LEFT_OUT : []));
    await expect(makeCopy(other.calls, COPY, { revision: 1, copied: 3, leftOut: [] })).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });

  it('tells what the station says of the days that were named last', async () => {
    const { consider } = useCopyDayStore.getState();
    const refusing = { tryCopyDay: () => Promise.reject(new ORPCError('LOCKED', { status: 409, message: 'That day is past' })) };
    const first = consider(refusing as unknown as StationCalls['playlog'], COPY);
    await consider(stationAt(2).calls, { ...COPY, to: '2026-05-09' });
    await first;
    expect(useCopyDayStore.getState().verdict).toMatchObject({ state: 'possible', trial: { copied: 3 } });
    await consider(refusing as unknown as StationCalls['playlog'], COPY);
    expect(useCopyDayStore.getState().verdict).toMatchObject({ state: 'refused', refusal: { sentence: 'That day is past' } });
  });
});

describe('generating', () => {
  const stationThat = (planned: number, from: string | null) =>
    ({ generate: async () => ({ revision: 5, planned, from }) }) as unknown as StationCalls['schedule'];

  it('tells how much became another, and from when on', async () => {
    expect(await generate(stationThat(12, '2026-05-01T08:00:00Z'), null, 'UTC')).toMatchObject({
      note: '12 items planned from 08:00:00 on.',
    });
    expect(await generate(stationThat(0, null), null, 'UTC')).toMatchObject({ note: 'All of it goes by the rules already.' });
  });
});
