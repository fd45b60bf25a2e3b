import { formatFrameRate } from '../../../shared/time/index.ts';
import type { Channel } from '../channel.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { Clock } from '../ports/clock.ts';
import type { Engine } from '../ports/engine.ts';
import type { EvidenceCursor } from '../ports/evidence-inbox.ts';
import type { EvidenceSeal } from '../ports/evidence-seal.ts';
import type { Log } from '../ports/log.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted } from '../refusal.ts';
import type { PlanAhead } from '../schedule/index.ts';
import { type BatchOutcome, beginning, takeInBatch } from './take-in-batch.ts';

/** Records that go into one unit of work. */
const BATCH = 500;

/** What taking in evidence needs. */
export interface TakeInEvidenceDependencies {
  readonly engine: Engine;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly log: Log;
  readonly seal: EvidenceSeal;
  readonly channel: Channel;
  readonly planAhead: PlanAhead;
}

/**
 * Takes the engine's evidence into the as-run log and lets the playlog follow it. Each batch goes in with its cursor in one unit of work,
 * so that every record counts exactly once, however often main is killed.
 */
export class TakeInEvidence {
  readonly #to: TakeInEvidenceDependencies;
  readonly #job = new CoalescedJob(() => this.#takeIn());

  constructor(dependencies: TakeInEvidenceDependencies) {
    this.#to = dependencies;
  }

  /** Takes in all there is. Answers with the number of the last record, or refuses when the engine can't be asked. */
  readonly run = (): Promise<Answer<number>> => this.#job.run();

  /** Waits until no run is under way. */
  readonly settled = (): Promise<void> => this.#job.settled();

  async #takeIn(): Promise<Answer<number>> {
    const { engine, unitOfWork, clock, seal } = this.#to;
    const context = { rate: this.#rate(), seal };
    let cursor = await this.#cursor();
    while (true) {
      const answer = await engine.call('readEvidence', { after: cursor.seq, limit: BATCH });
      if (!answer.ok) return answer;
      const { records } = answer.value;
      if (records.length > 0) {
        const outcome = await unitOfWork.run((repositories) => takeInBatch(repositories, records, { ...context, now: clock.now() }));
        await this.#tell(outcome);
        cursor = await this.#cursor();
      } else if (!(await this.#journalBeganAnew(cursor))) {
        return granted(cursor.seq);
      } else {
        cursor = await this.#cursor();
      }
    }
  }

  /** A journal that is shorter than what was read of it is another one: it is read from its start, and frames that are logged stay as they are. */
  async #journalBeganAnew(cursor: EvidenceCursor): Promise<boolean> {
    const { engine, unitOfWork, clock, log } = this.#to;
    const answer = await engine.call('status', {});
    if (!answer.ok || answer.value.evidenceSeq >= cursor.seq) return false;
    const detail = `The journal ends at ${answer.value.evidenceSeq}`;
    log.warn('The engine has another journal than before; it is read from its start', { had: cursor.seq, detail });
    await unitOfWork.run(async ({ evidence }) => {
      await evidence.recordDefect({ at: clock.now(), seq: cursor.seq, fault: 'The journal began anew', detail });
      await evidence.moveTo({ seq: 0, hash: null, state: { ...cursor.state, open: null } });
    });
    return true;
  }

  async #tell({ asRunSeq, revision, defects }: BatchOutcome): Promise<void> {
    const { events, log, planAhead } = this.#to;
    for (const defect of defects) log.warn('The evidence has a defect', { ...defect });
    if (asRunSeq !== null) events.publish({ type: 'as-run-changed', seq: asRunSeq });
    if (revision === null) return;
    events.publish({ type: 'playlog-changed', revision });
    await planAhead.run();
  }

  async #cursor(): Promise<EvidenceCursor> {
    const cursor = await this.#to.unitOfWork.run(({ evidence }) => evidence.cursor());
    return cursor ?? beginning(this.#rate());
  }

  #rate(): string {
    return formatFrameRate(this.#to.channel.rate);
  }
}
