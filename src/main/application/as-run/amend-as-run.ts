import type { AsRunRow } from '../../../shared/contract/as-run.ts';
import type { LoggedEntry } from '../ports/as-run-repository.ts';
import type { Log } from '../ports/log.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';
import { toRow } from './as-run-queries.ts';

/** What is to be put right about a row. */
export interface Amendment {
  readonly seq: number;
  readonly outcome: AsRunRow['outcome'];
  readonly reason: AsRunRow['reason'];
  /** Why, in a person's words. */
  readonly note: string;
  readonly by: string;
}

/** Puts a row of the as-run log right: by a new row that counts in its place. Nothing that was written is ever changed. */
export class AmendAsRun {
  readonly #unitOfWork: UnitOfWork;
  readonly #events: StationEvents;
  readonly #log: Log;

  constructor(unitOfWork: UnitOfWork, events: StationEvents, log: Log) {
    this.#unitOfWork = unitOfWork;
    this.#events = events;
    this.#log = log;
  }

  /** Refused when there is no such row, or when it was put right already: then the correction is what can be put right. */
  readonly run = async ({ seq, outcome, reason, note, by }: Amendment): Promise<Answer<AsRunRow>> => {
    const answer = await this.#unitOfWork.run(async ({ asRun }): Promise<LoggedEntry | Refusal> => {
      const found = await asRun.get(seq);
      if (found === null) return { ...refused('NOT_FOUND', 'The as-run log has no such row'), field: 'seq' };
      if (await asRun.isCorrected(seq)) {
        return { ...refused('BAD_INPUT', 'That row was put right already: correct its correction'), field: 'seq' };
      }
      const { seq: _, correction: __, ...entry } = found;
      return asRun.correct({ ...entry, outcome, reason, cause: by }, { amends: seq, note });
    });
    if ('ok' in answer) return answer;
    this.#log.info('A row of the as-run log was put right', { seq, by });
    this.#events.publish({ type: 'as-run-changed', seq: answer.seq });
    return granted(toRow(answer));
  };
}
