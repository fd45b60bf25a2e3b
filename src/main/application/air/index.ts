/**
 * The air: what is on it, the operator's hand on it, and the job that keeps the engine fed.
 *
 * - The engine decides what airs and says what did; main never claims anything about the air on its own.
 * - A command is answered when the engine has done it, with the frame at which it shows.
 * - A refusal is an answer with a code; nothing here throws because the engine is away.
 */
export { AirQueries } from './air-queries.ts';
export { BreakIn } from './break-in.ts';
export { EngineStrain } from './engine-strain.ts';
export { FollowEngine } from './follow-engine.ts';
export { HoldSchedule } from './hold-schedule.ts';
export { PanicSlate } from './panic-slate.ts';
export { ReturnToProgramme } from './return-to-programme.ts';
export { RundownFeeder } from './rundown-feeder.ts';
export { SkipNext } from './skip-next.ts';
export { TakeNext } from './take-next.ts';
