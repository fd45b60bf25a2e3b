import type { InputStatus } from '../../../shared/engine-protocol/index.ts';
import type { LiveInputs } from '../inputs/index.ts';

/** For how long a source that was lost on air has to come without a break before it is trusted again. */
const TRUSTED_AFTER_SECONDS = 60;

/**
 * Which inputs take air by themselves. One that was left is left alone until it has been away: an operator who leaves one is not overruled. One that was lost on air has to come without a break for a minute, however
 * soon it counts as stable: a source that comes and goes does not flap on air.
 */
export class SelfTaker {
  readonly #inputs: LiveInputs;
  readonly #dismissed = new Set<string>();
  readonly #distrusted = new Set<string>();

  constructor(inputs: LiveInputs) {
    this.#inputs = inputs;
  }

  /** The input that is to be aired now; null: none. To be asked now and then, also while none may be. */
  candidate(): string | null {
    const statuses = this.#inputs.statuses();
    for (const status of statuses) this.#judge(status);
    const wanting = statuses.find(({ id, state }) => state === 'stable' && this.#isWelcome(id));
    return wanting?.id ?? null;
  }

  /** Leaves an input alone until it has been away; one that was lost on air, until it has come well for a minute besides. */
  left(inputId: string, why: 'chosen' | 'lost'): void {
    this.#dismissed.add(inputId);
    if (why === 'lost') this.#distrusted.add(inputId);
  }

  #judge({ id, state, secondsStable }: InputStatus): void {
    if (state !== 'stable') this.#dismissed.delete(id);
    if (state === 'stable' && secondsStable >= TRUSTED_AFTER_SECONDS && !this.#dismissed.has(id)) this.#distrusted.delete(id);
  }

  #isWelcome(id: string): boolean {
    if (this.#dismissed.has(id) || this.#distrusted.has(id)) return false;
    return this.#inputs.find(id)?.input.takesAirByItself ?? false;
  }
}
