import type { Answer } from '../refusal.ts';
import { type AirCommandDependencies, commandAir, type Done } from './air-commands.ts';

/** Drops the item that comes next; what follows slides up to the next fixed start. */
export class SkipNext {
  readonly #to: AirCommandDependencies;

  constructor(dependencies: AirCommandDependencies) {
    this.#to = dependencies;
  }

  /** Refused as NOTHING_TO_TAKE, LOCKED (the schedule is not on air) or ENGINE_UNREACHABLE. @param by who skipped, for the as-run log */
  readonly run = (by: string): Promise<Answer<Done>> => commandAir('skip', { cause: by }, this.#to);
}
