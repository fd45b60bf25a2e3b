import type { LiveInputs } from '../inputs/index.ts';

/**
 * Which inputs take air by themselves. One that was left, or lost, is left alone until it has been away: a source that comes and goes does not flap on air, and an operator who leaves one is
 * not overruled.
 */
export class SelfTaker {
  readonly #inputs: LiveInputs;
  readonly #dismissed = new Set<string>();

  constructor(inputs: LiveInputs) {
    this.#inputs = inputs;
  }

  /** The input that is to be aired now; null: none. To be asked now and then, also while none may be. */
  candidate(): string | null {
    const statuses = this.#inputs.statuses();
    for (const { id, state } of statuses) if (state !== 'stable') this.#dismissed.delete(id);
    const wanting = statuses.find(({ id, state }) => state === 'stable' && !this.#dismissed.has(id) && this.#wants(id));
    return wanting?.id ?? null;
  }

  /** Leaves an input alone until it has been away. */
  dismiss(inputId: string): void {
    this.#dismissed.add(inputId);
  }

  #wants(inputId: string): boolean {
    return this.#inputs.find(inputId)?.input.takesAirByItself ?? false;
  }
}
