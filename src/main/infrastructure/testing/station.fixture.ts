import type { StationEvent } from '../../../shared/contract/events.ts';
import { type Frames, frameDueAt, type Milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { RundownFeeder } from '../../application/air/index.ts';
import { TakeInEvidence } from '../../application/as-run/index.ts';
import type { Log } from '../../application/ports/log.ts';
import type { StationEvents } from '../../application/ports/station-events.ts';
import type { StationInput } from '../../application/ports/station-inputs.ts';
import { PlanAhead, PlanByPlan, PlanningDesk, type PlanningFoundation } from '../../application/schedule/index.ts';
import { DEFAULT_PLAN_RULES } from '../../domain/schedule/index.ts';
import { SqliteUnitOfWork } from '../sqlite/sqlite-unit-of-work.ts';
import { openTemporaryDatabase } from '../sqlite/temporary-database.ts';
import { ScriptedEngine } from './scripted-engine.fixture.ts';

const RATE = parseFrameRate('25/1');

/** A log that nobody reads. */
export const SILENT_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Events as the station tells them, kept in order. */
export class KeptEvents implements StationEvents {
  readonly all: StationEvent[] = [];
  readonly #listeners = new Set<(event: StationEvent) => void>();

  readonly isWatched = (): boolean => this.#listeners.size > 0;

  readonly publish = (event: StationEvent): void => {
    this.all.push(event);
    for (const listener of this.#listeners) listener(event);
  };

  readonly subscribe = (listener: (event: StationEvent) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}

/** The planner of a station under test: it takes no pauses. */
export function testPlanner(parts: PlanningFoundation) {
  const pauses = { isDue: () => false, take: () => Promise.resolve() };
  const desk = new PlanningDesk({ ...parts, pauses });
  return { pauses, desk, planAhead: new PlanAhead({ ...parts, byPlan: new PlanByPlan({ ...parts, desk, pauses }) }) };
}

/** The use cases around a real database and a scripted engine, at a frame that the test sets. */
export function openTestStation(start: Frames) {
  const database = openTemporaryDatabase();
  const unitOfWork = new SqliteUnitOfWork(database.kysely);
  const engine = new ScriptedEngine(start);
  const events = new KeptEvents();
  const clock = { now: (): Milliseconds => frameDueAt(engine.frame, RATE) };
  const channel = { name: 'Test', rate: RATE, zone: 'UTC' };
  let lastId = 0;
  const nextId = (): string => {
    lastId += 1;
    return `item-${lastId}`;
  };
  const parts = { unitOfWork, clock, events, log: SILENT_LOG, channel };
  const liveInputs: StationInput[] = [];
  const planner = { ...parts, ids: { next: nextId }, rules: DEFAULT_PLAN_RULES, inputs: { list: () => liveInputs } };
  const { pauses, desk, planAhead } = testPlanner(planner);
  const takeInEvidence = new TakeInEvidence({ ...parts, engine, seal: { isWhole: () => true }, planAhead });
  const feeder = new RundownFeeder({ ...parts, engine, takeInEvidence });
  return { ...planner, liveInputs, database, engine, pauses, desk, planAhead, takeInEvidence, feeder, close: () => database.remove() };
}

export type TestStation = ReturnType<typeof openTestStation>;
