import type { Backup as BackupView } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { Backup, BackupStore } from '../ports/backup-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Timers } from '../ports/timers.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';

/** What keeping backups works with. */
export interface KeepBackupsParts {
  readonly store: BackupStore;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** How many copies are kept. */
const KEPT = 7;

const DAY_MS = 24 * 60 * 60 * 1000;

/** How often the age of the newest copy is looked at. */
const LOOK_EVERY = milliseconds(60 * 60 * 1000);

/** Copies the database by itself once a day, keeps the newest seven, and has the station begin from one of them if it is told to. */
export class KeepBackups {
  readonly #parts: KeepBackupsParts;
  readonly #making = new CoalescedJob(() => this.#make());
  #stopTimer: () => void = () => undefined;

  constructor(parts: KeepBackupsParts) {
    this.#parts = parts;
  }

  /** Makes a copy if the newest is older than a day, now and whenever it is time. */
  readonly start = (): void => {
    this.#stopTimer = this.#parts.timers.every(LOOK_EVERY, () => void this.makeIfDue());
    void this.makeIfDue();
  };

  /** Waits for the copy that is being made. */
  readonly stop = async (): Promise<void> => {
    this.#stopTimer();
    await this.#making.settled();
  };

  /** Makes a copy if the newest is older than a day. A copy that fails is logged and tried again at the next look. */
  readonly makeIfDue = async (): Promise<void> => {
    try {
      const [newest] = await this.#parts.store.list();
      if (newest === undefined || this.#parts.clock.now() - newest.madeAt >= DAY_MS) await this.#making.run();
    } catch (error) {
      this.#parts.log.error('The database could not be copied', { error });
    }
  };

  /** The copies, newest first. */
  async list(): Promise<BackupView[]> {
    return (await this.#parts.store.list()).map(viewOf);
  }

  /** Makes a copy now. */
  async make(): Promise<BackupView> {
    return viewOf(await this.#making.run());
  }

  /** Has the station begin from a copy when it is started next; refuses one that is damaged, newer than this station, or not there. */
  async restore(name: string): Promise<Answer<{ readonly restoresAt: 'next-start' }>> {
    const isKnown = (await this.#parts.store.list()).some((backup) => backup.name === name);
    if (!isKnown) return refused('NOT_FOUND', 'There is no such backup');
    if (!(await this.#parts.store.isSound(name))) return unsound();
    await this.#parts.store.restoreAtNextStart(name);
    this.#parts.log.info('A backup will be restored when the station is started next', { name });
    return granted({ restoresAt: 'next-start' });
  }

  async #make(): Promise<Backup> {
    const backup = await this.#parts.store.make(this.#parts.clock.now());
    for (const { name } of (await this.#parts.store.list()).slice(KEPT)) await this.#parts.store.remove(name);
    return backup;
  }
}

function unsound(): Refusal {
  return { ok: false, code: 'BAD_INPUT', field: 'name', message: 'That backup is damaged, or a newer Perpetua made it' };
}

function viewOf({ name, madeAt, sizeBytes }: Backup): BackupView {
  return { name, madeAt: instantText(madeAt), sizeBytes };
}

function instantText(at: Milliseconds): string {
  return new Date(at).toISOString();
}
