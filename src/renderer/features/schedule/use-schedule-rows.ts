import { useMemo, useRef } from 'react';
import { type FrameRate, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { engineTime, useStatusBy } from '../air/index.ts';
import { useAsRunStore } from '../as-run/index.ts';
import { firstFreeFrame, type LockView, type ScheduleRow, scheduleRows } from './schedule-rows.ts';
import { useScheduleStore } from './schedule-store.ts';
import { airedDifferences } from './start-difference.ts';

/** The day in sight as it is shown: its rows, the clock and the lock that their states were told by. */
export interface ScheduleSight {
  readonly rows: readonly ScheduleRow[];
  readonly lock: LockView;
  readonly rate: FrameRate;
}

/** The rows of the day in sight, kept up to date by the second. */
export function useScheduleSight(): ScheduleSight {
  const data = useScheduleStore((state) => state.reading.data);
  const status = useStatusBy((word) => [word?.rate, word?.onAir?.item?.id, word?.next?.item.id].join(' '));
  const second = useDerivedFromNow((now) => Math.floor((engineTime(now) ?? Date.now()) / 1000), 250);
  const rateText = status?.rate ?? '25/1';
  const rate = useMemo(() => parseFrameRate(rateText), [rateText]);
  const recent = useAsRunStore((state) => state.reading.data);
  const aired = useMemo(() => airedDifferences([...(data?.log ?? []), ...(recent ?? [])]), [data?.log, recent]);
  const before = useRef<readonly ScheduleRow[]>([]);
  return useMemo(() => {
    const lock = { now: milliseconds(second * 1000), lockWindow: data?.lockWindow ?? milliseconds(0), rate };
    before.current = scheduleRows(data?.items ?? [], status, lock, aired, before.current);
    return { rows: before.current, lock, rate };
  }, [data, status, second, rate, aired]);
}

/** What a drop needs to know of the schedule. */
export function dropGround({ rows, lock, rate }: ScheduleSight) {
  return { items: rows.map(({ item }) => item), firstFree: firstFreeFrame(lock), rate };
}
