import type { ReturnPolicy } from '../../../shared/engine-protocol/index.ts';
import type { Answer } from '../refusal.ts';
import { type AirCommandDependencies, commandAir, type Done } from './air-commands.ts';

/** Ends an override and goes back to programme. */
export class ReturnToProgramme {
  readonly #to: AirCommandDependencies;

  constructor(dependencies: AirCommandDependencies) {
    this.#to = dependencies;
  }

  /** Refused as NOT_OVERRIDDEN or ENGINE_UNREACHABLE. @param by who came back, for the as-run log */
  readonly run = (policy: ReturnPolicy, by: string): Promise<Answer<Done>> => commandAir('return', { policy, cause: by }, this.#to);
}
