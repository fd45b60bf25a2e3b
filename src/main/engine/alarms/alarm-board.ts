import type { Alarm, AlarmCode, AlarmSeverity } from '../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

/** Alarms kept, those that are over included. */
export const MOST_ALARMS = 500;
/** What comes back within this time is the same trouble: no new alarm, so that flapping neither rings nor fills the history. */
const SAME_TROUBLE_MS = 10_000;

/** Keeps what it is given for the next start; returns at once. */
export interface AlarmMemory {
  save(alarms: readonly Alarm[]): void;
}

/** What an alarm board stands on. */
export interface AlarmBoardParts {
  readonly memory: AlarmMemory;
  /** The alarms of the engine before this one, oldest first. */
  readonly kept: readonly Alarm[];
  /** UTC. */
  readonly now: () => Milliseconds;
  readonly newId: () => string;
}

/** What is wrong and what was. Whoever watches something says, as often as it likes, how it is; the board knows what is new. */
export class AlarmBoard {
  readonly #parts: AlarmBoardParts;
  readonly #listeners = new Set<(alarm: Alarm) => void>();
  #alarms: readonly Alarm[];

  /** Whatever the engine before had raised is over: if it is still so it is raised anew. */
  constructor(parts: AlarmBoardParts) {
    this.#parts = parts;
    const now = parts.now();
    this.#alarms = parts.kept.map((alarm) => (alarm.clearedAt === null ? { ...alarm, clearedAt: now } : alarm));
  }

  /** All that are known, oldest first. */
  get alarms(): readonly Alarm[] {
    return this.#alarms;
  }

  /** What is wrong now, oldest first. */
  get raised(): readonly Alarm[] {
    return this.#alarms.filter(({ clearedAt }) => clearedAt === null);
  }

  /** Calls `listener` with each alarm that was raised, grew worse, was cleared or acknowledged, until the returned function is called. */
  listen(listener: (alarm: Alarm) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says how something is: `severity` null when it is well. `subject` tells several of a kind apart. */
  report(code: AlarmCode, subject: string, severity: AlarmSeverity | null): void {
    const last = this.#alarms.findLast((alarm) => alarm.code === code && alarm.subject === subject) ?? null;
    const now = this.#parts.now();
    const isRaised = last !== null && last.clearedAt === null;
    if (severity === null) {
      if (isRaised) this.#replace({ ...last, clearedAt: now });
    } else if (last !== null && (isRaised || isSameTrouble(last, now))) {
      const worst = last.severity === 'critical' ? last.severity : severity;
      if (!isRaised || worst !== last.severity) this.#replace({ ...last, severity: worst, clearedAt: null });
    } else this.#raise({ id: this.#parts.newId(), code, subject, severity, raisedAt: now, clearedAt: null, acknowledged: null });
  }

  /** Says that of all subjects of a kind only these are in trouble. */
  reportOnly(code: AlarmCode, subjects: readonly string[], severity: AlarmSeverity): void {
    for (const alarm of this.raised) if (alarm.code === code && !subjects.includes(alarm.subject)) this.report(code, alarm.subject, null);
    for (const subject of subjects) this.report(code, subject, severity);
  }

  /** Notes who has seen an alarm; the first one counts. @returns it as it is now; null when there is none of that id. */
  acknowledge(id: string, by: string): Alarm | null {
    const alarm = this.#alarms.find((known) => known.id === id) ?? null;
    if (alarm === null || alarm.acknowledged !== null) return alarm;
    const seen = { ...alarm, acknowledged: { by, at: this.#parts.now() } };
    this.#replace(seen);
    return seen;
  }

  #raise(alarm: Alarm): void {
    this.#alarms = [...this.#alarms, alarm].slice(-MOST_ALARMS);
    this.#tell(alarm);
  }

  #replace(alarm: Alarm): void {
    this.#alarms = this.#alarms.map((known) => (known.id === alarm.id ? alarm : known));
    this.#tell(alarm);
  }

  #tell(alarm: Alarm): void {
    this.#parts.memory.save(this.#alarms);
    for (const listener of this.#listeners) listener(alarm);
  }
}

function isSameTrouble({ clearedAt }: Alarm, now: Milliseconds): boolean {
  return clearedAt !== null && now - clearedAt < SAME_TROUBLE_MS && now >= clearedAt;
}
