import type { Answer } from '../refusal.ts';
import { type AirCommandDependencies, commandAir, type Done } from './air-commands.ts';

/** Lets nothing follow the item on air: it plays to its end, then filler, until a return or a take. */
export class HoldSchedule {
  readonly #to: AirCommandDependencies;

  constructor(dependencies: AirCommandDependencies) {
    this.#to = dependencies;
  }

  /** Refused as LOCKED (something else was taken by hand) or ENGINE_UNREACHABLE. @param by who held, for the as-run log */
  readonly run = (by: string): Promise<Answer<Done>> => commandAir('hold', { cause: by }, this.#to);
}
