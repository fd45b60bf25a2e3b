import type { Answer } from '../refusal.ts';
import { type AirCommandDependencies, commandAir, type Done } from './air-commands.ts';

/** Ends the item on air and starts the next one now. */
export class TakeNext {
  readonly #to: AirCommandDependencies;

  constructor(dependencies: AirCommandDependencies) {
    this.#to = dependencies;
  }

  /** Refused as NOTHING_TO_TAKE, NOT_CUED or ENGINE_UNREACHABLE. @param by who took, for the as-run log */
  readonly run = (by: string): Promise<Answer<Done>> => commandAir('take', { cause: by }, this.#to);
}
