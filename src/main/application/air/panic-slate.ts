import type { Answer } from '../refusal.ts';
import { type AirCommandDependencies, commandAir, type Done } from './air-commands.ts';

/** Airs the slate now. It asks nobody but the engine, so that it works without playlog and library. */
export class PanicSlate {
  readonly #to: AirCommandDependencies;

  constructor(dependencies: AirCommandDependencies) {
    this.#to = dependencies;
  }

  /** Refused as ENGINE_UNREACHABLE. @param by who asked for it, for the as-run log */
  readonly run = (by: string): Promise<Answer<Done>> => commandAir('panic', { cause: by }, this.#to);
}
