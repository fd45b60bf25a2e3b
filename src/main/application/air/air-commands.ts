import type { LinkParams } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frameDueAt } from '../../../shared/time/index.ts';
import type { TakeInEvidence } from '../as-run/index.ts';
import type { Channel } from '../channel.ts';
import type { Engine } from '../ports/engine.ts';
import type { Log } from '../ports/log.ts';
import { type Answer, granted } from '../refusal.ts';

/** Where and when an air command happened. */
export interface Done {
  /** The first frame that shows it. */
  readonly frame: Frames;
  /** That frame's instant, ISO 8601 UTC. */
  readonly at: string;
}

/** What an air command needs. */
export interface AirCommandDependencies {
  readonly engine: Engine;
  readonly takeInEvidence: TakeInEvidence;
  readonly log: Log;
  readonly channel: Channel;
}

/** What an operator does to the air, and the engine answers with the frame of. */
export type AirCommand = 'take' | 'skip' | 'hold' | 'panic' | 'breaking' | 'return';

/**
 * Has the engine do something to the air and lets the log and the playlog follow. Once it is on air it is done: what goes wrong
 * afterwards is made good when the evidence is next read.
 */
export async function commandAir<C extends AirCommand>(
  method: C,
  params: LinkParams<C>,
  { engine, takeInEvidence, log, channel }: AirCommandDependencies,
): Promise<Answer<Done>> {
  const answer = await engine.call<AirCommand>(method, params);
  if (!answer.ok) return answer;
  const { frame } = answer.value;
  log.info('An air command was done', { method, frame, by: params.cause });
  const follow = await takeInEvidence.run().catch((error: unknown) => ({ ok: false as const, error }));
  if (!follow.ok) log.warn('The evidence of an air command could not be read yet', { method, follow });
  return granted({ frame, at: new Date(Math.round(frameDueAt(frame, channel.rate))).toISOString() });
}
