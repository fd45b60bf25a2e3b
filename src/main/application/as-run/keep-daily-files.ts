import { milliseconds } from '../../../shared/time/index.ts';
import { broadcastDay, broadcastDayAt, dateAfter } from '../../../shared/time/station-calendar.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { AsRunArchive } from '../ports/as-run-archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Timers } from '../ports/timers.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { AsRunReports } from './as-run-reports.ts';

const LOOK_EVERY_MS = milliseconds(300_000);
/** What ended less than this ago may still lack its last evidence. */
const PATIENCE_MS = 120_000;
/** Days that are looked back for files that were not written because the station was off. */
const DAYS_BACK = 31;
/** 25 months. */
const KEPT_DAYS = 762;

/** What keeping the files needs. */
export interface KeepDailyFilesDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly channel: Channel;
  readonly archive: AsRunArchive;
  readonly reports: AsRunReports;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** The job that puts each broadcast day's log away as a file once the day is over, and keeps 25 months of them and of the log. */
export class KeepDailyFiles {
  readonly #to: KeepDailyFilesDependencies;
  readonly #job = new CoalescedJob(() => this.#write());
  #stop: () => void = () => undefined;

  constructor(dependencies: KeepDailyFilesDependencies) {
    this.#to = dependencies;
  }

  readonly start = (): void => {
    const look = (): void => void this.run().catch((error) => this.#to.log.error('A daily as-run file could not be written', { error }));
    this.#stop = this.#to.timers.every(LOOK_EVERY_MS, look);
    look();
  };

  /** Stops looking, and waits for what is under way. */
  readonly stop = async (): Promise<void> => {
    this.#stop();
    await this.#job.settled();
  };

  /** Writes the files that are due, of days of which the log has anything to tell. */
  readonly run = (): Promise<void> => this.#job.run();

  async #write(): Promise<void> {
    const { unitOfWork, archive, reports, clock, channel } = this.#to;
    const calendar = await unitOfWork.run(async ({ plan }) => (await plan.get())?.plan ?? defaultPlan(channel.zone));
    const today = broadcastDayAt(calendar, milliseconds(clock.now() - PATIENCE_MS)).date;
    for (let back = 1; back <= DAYS_BACK; back += 1) {
      const date = dateAfter(today, -back);
      if (await archive.has(date)) continue;
      const csv = await reports.csv(date);
      if (csv.indexOf('\r\n') < csv.length - 2) await archive.write(date, csv);
    }
    const oldest = dateAfter(today, -KEPT_DAYS);
    await archive.removeBefore(oldest);
    await unitOfWork.run(({ asRun }) => asRun.prune(broadcastDay(calendar, oldest).startsAt));
  }
}
