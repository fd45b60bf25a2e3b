import type { ReturnPolicy } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { Cause } from './airing.ts';
import type { PendingCommand, PendingReturn } from './pending-command.ts';
import { Refusal } from './refusal.ts';

/** How long a command waits for what it needs to be cued. A live source begins with its next key frame. */
const PATIENCE_MS = { take: 2000, return: 2000, breaking: 4000 } as const;

/** What a command gets when it begins to wait. */
type Waiting = Pick<PendingCommand, 'until' | 'resolve' | 'reject'>;

/** The one command that waits for its frame, if any. What the engine is about to do by itself gives way to an operator. */
export class WaitingCommand {
  readonly #rate: FrameRate;
  #current: PendingCommand | null = null;

  constructor(rate: FrameRate) {
    this.#rate = rate;
  }

  get current(): PendingCommand | null {
    return this.#current;
  }

  /** A return that the engine plans by itself; null when none waits. */
  get ownReturn(): PendingReturn | null {
    return this.#current?.kind === 'return' && !this.#current.isByOperator ? this.#current : null;
  }

  /** Makes a command wait from frame `next` on. Settles with the frame on which it was done; rejects with a Refusal. */
  wait(kind: PendingCommand['kind'], next: Frames, make: (waiting: Waiting) => PendingCommand): Promise<Frames> {
    if (this.#current !== null && this.ownReturn === null) return Promise.reject(new Refusal('LOCKED', 'Another command is under way'));
    const until = frames(next + framesIn(PATIENCE_MS[kind], this.#rate));
    return new Promise((resolve, reject) => {
      this.#current = make({ until, resolve, reject });
    });
  }

  /** Plans a return that nobody asked for. */
  leave(policy: ReturnPolicy, from: Frames, until: Frames, cut: Cause): void {
    this.refuse('LOCKED', 'The source ends');
    const nobody = { resolve: () => undefined, reject: () => undefined };
    this.#current = { kind: 'return', policy, from, until, cut, isByOperator: false, cause: cut.cause, ...nobody };
  }

  /** Gives up a return that nobody asked for: there is no cause for it any more. */
  stay(): void {
    if (this.ownReturn !== null) this.#current = null;
  }

  refuse(code: 'LOCKED' | 'NOTHING_TO_TAKE' | 'NOT_CUED', message: string): void {
    const pending = this.#current;
    this.#current = null;
    pending?.reject(new Refusal(code, message));
  }

  done(frame: Frames): void {
    const pending = this.#current;
    this.#current = null;
    pending?.resolve(frame);
  }
}
