import type {
  AirMode,
  EngineStatus,
  LinkParams,
  Override,
  OverrideSource,
  ReturnPolicy,
  RundownItem,
} from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { itemAfter, itemAt, itemEnd } from '../../domain/playout/index.ts';
import type { Shown } from '../mixer/mixer.ts';
import type { AirDeskHost } from './air-desk-host.ts';
import type { Cause } from './airing.ts';
import { LiveWatch } from './live-watch.ts';
import { skipNow, takeNow } from './move-on.ts';
import { isThere, neededSource } from './needed-source.ts';
import { overrideItem, toldCause } from './override-item.ts';
import type { PendingBreaking, PendingCommand, PendingReturn } from './pending-command.ts';
import { Refusal } from './refusal.ts';
import { SelfTaker } from './self-taker.ts';
import { WaitingCommand } from './waiting-command.ts';
import { goBack, landing, leftOutFrom, planEnd } from './way-back.ts';

/**
 * The operator's hand on the air: takes, skips, holds, what breaks in, and the ways back. A command that must not show a hole waits until what it needs is cued; one waits at a time.
 */
export class AirDesk {
  readonly #host: AirDeskHost;
  readonly #watch: LiveWatch;
  readonly #waiting: WaitingCommand;
  readonly #selfTaker: SelfTaker;
  #armed: { readonly source: OverrideSource; readonly item: RundownItem } | null = null;

  constructor(host: AirDeskHost) {
    this.#host = host;
    this.#watch = new LiveWatch(host.parts.format.rate);
    this.#waiting = new WaitingCommand(host.parts.format.rate);
    this.#selfTaker = new SelfTaker(host.parts.inputs);
  }

  get mode(): Exclude<AirMode, 'off-air'> {
    return this.#override?.mode ?? 'auto';
  }

  /** Why nothing planned is on air, when nothing is. */
  get whyNothing(): Cause {
    const override = this.#override;
    if (override?.mode === 'hold') return { reason: 'operator-hold', cause: override.cause };
    return { reason: 'nothing-scheduled', cause: 'engine' };
  }

  /** What is due on a frame, overrides included; null: filler, or the slate of a panic. */
  itemAt(frame: Frames): RundownItem | null {
    const override = this.#override;
    if (override !== null && override.mode !== 'hold') return override.item;
    const item = itemAt(this.#host.state().rundown, frame);
    return override === null || item?.id === override.heldItemId ? item : null;
  }

  /** What has to stay open besides what is on air and what comes next. */
  wanted(frame: Frames): readonly (RundownItem | null)[] {
    const pending = this.#waiting.current;
    const landsOn = pending?.kind === 'return' ? landing(this.#host.state(), pending, frame).item : null;
    return [this.#override?.item ?? null, this.#armed?.item ?? null, pending?.kind === 'breaking' ? pending.item : null, landsOn];
  }

  /** What a command waits for, for a clock that would rather wait with it; null: nothing. */
  awaited(frame: Frames): Promise<void> | null {
    const pending = this.#waiting.current;
    if (pending === null) return null;
    const needed = neededSource(this.#host, pending, frame);
    return isThere(needed) ? null : (needed.producer?.changed() ?? null);
  }

  /** Does what waits and is ready, before frame `frame` is made. */
  settle(frame: Frames): void {
    planEnd(this.#host, this.#waiting, frame);
    const pending = this.#waiting.current;
    if (pending === null) return;
    if (pending.kind === 'take') this.#settleTake(pending, frame);
    else if (pending.kind === 'return') this.#settleReturn(pending, frame);
    else this.#settleBreaking(pending, frame);
  }

  /** Looks at what the viewer saw on a frame: a live source that is lost is left. */
  watch(frame: Frames, shown: Shown): void {
    const isLive = this.#override?.mode === 'live';
    const leaving = isLive ? this.#watch.look(frame, shown) : this.#watch.reset();
    if (!isLive) return;
    if (leaving === null) this.#waiting.stay();
    else if (this.#waiting.current?.kind !== 'return')
      this.#waiting.leave('rejoin', leaving.from, leaving.until, { reason: 'input-lost', cause: 'engine' });
  }

  /**
   * Airs the inputs that take air by themselves, when they are stable and nothing else was taken by hand. One that the rundown airs has no need to, and
   * is not kept on air after its time. To be called now and then.
   */
  watchInputs(): void {
    const planned = itemAt(this.#host.state().rundown, this.#host.next());
    if (planned?.source.type === 'live') this.#selfTaker.left(planned.source.inputId, 'chosen');
    const inputId = this.#selfTaker.candidate();
    if (inputId === null || this.mode !== 'auto' || this.#waiting.current !== null) return;
    const source = { type: 'live' as const, inputId };
    this.breaking({ source, cause: 'engine', note: '', returnBy: 'rejoin' }).catch(() => this.#selfTaker.left(inputId, 'chosen'));
  }

  take(cause: string): Promise<Frames> {
    if (this.mode !== 'auto' && this.mode !== 'hold') return refuse('LOCKED', 'The air was taken by hand; return first');
    if (this.mode === 'hold' && this.itemAt(this.#host.next()) === null) return this.return('resume', cause);
    return this.#waiting.wait('take', this.#host.next(), (waiting) => ({ kind: 'take', cause, ...waiting }));
  }

  /** Drops the next item. @returns the frame. @throws Refusal when nothing comes next, or the schedule is not on air. */
  skip(cause: string): Frames {
    if (this.mode !== 'auto' && this.mode !== 'hold') throw new Refusal('LOCKED', 'The air was taken by hand; return first');
    if (!skipNow(this.#host, this.#host.next(), cause)) throw new Refusal('NOTHING_TO_TAKE', 'Nothing comes next');
    return this.#host.next();
  }

  /** Lets nothing follow the item on air. @returns the frame. @throws Refusal when something else was taken by hand. */
  hold(cause: string): Frames {
    const frame = this.#host.next();
    if (this.mode === 'hold') return frame;
    if (this.mode !== 'auto') throw new Refusal('LOCKED', 'The air was taken by hand; return first');
    const held = itemAt(this.#host.state().rundown, frame);
    this.refuse('LOCKED', 'The schedule is held');
    this.#host.parts.evidence.append({ type: 'held', frame, cause });
    const since = held === null ? frame : itemEnd(held);
    const override = { mode: 'hold' as const, item: null, heldItemId: held?.id ?? null, since, cause, note: '' };
    this.#host.change({ override: { ...override, returnBy: 'resume', interrupted: null, passed: [] } });
    if (held === null) this.#host.interrupt(this.whyNothing, this.whyNothing);
    return frame;
  }

  /** Airs the slate from the next frame on. @returns that frame. */
  panic(cause: string): Frames {
    const frame = this.#host.next();
    if (this.mode === 'panic') return frame;
    this.refuse('LOCKED', 'The slate was taken by hand');
    const why: Cause = { reason: 'operator-panic', cause };
    this.#host.parts.evidence.append({ type: 'panic', frame, cause });
    this.#host.interrupt(why, why);
    this.#host.change({
      override: { ...leftOutFrom(this.#host.state(), frame), mode: 'panic', item: null, cause, note: '', returnBy: 'rejoin' },
    });
    return frame;
  }

  /** Opens what is to break in, or lets go of it. @throws Refusal when there is no such input. */
  arm(source: OverrideSource | null): void {
    if (source === null) this.#armed = null;
    else if (!isSame(source, this.#armed?.source)) this.#armed = { source, item: this.#itemOf(source) };
    if (this.#armed !== null) this.#host.parts.stage.require(this.#armed.item, frames(0));
    this.#host.change({});
  }

  /** Airs a source over the schedule as soon as it is cued. Settles with the frame; rejects with a Refusal. */
  breaking({ source, cause, note, returnBy }: LinkParams<'breaking'>): Promise<Frames> {
    const armed = this.#armed;
    const item = armed !== null && isSame(armed.source, source) ? armed.item : this.#itemOf(source);
    return this.#waiting.wait('breaking', this.#host.next(), (waiting) => ({ kind: 'breaking', item, note, returnBy, cause, ...waiting }));
  }

  /** Goes back to the schedule as soon as what it lands on is cued. Settles with the frame; rejects with a Refusal. */
  return(policy: ReturnPolicy, cause: string): Promise<Frames> {
    if (this.#override === null) return refuse('NOT_OVERRIDDEN', 'The rundown is on air already');
    const cut: Cause = { reason: 'operator-return', cause };
    const from = this.#host.next();
    return this.#waiting.wait('return', this.#host.next(), (waiting) => ({
      kind: 'return',
      policy,
      from,
      cut,
      isByOperator: true,
      cause,
      ...waiting,
    }));
  }

  /** Refuses whatever waits. */
  refuse(code: 'LOCKED', message: string): void {
    this.#waiting.refuse(code, message);
  }

  /** The frames have other numbers from now on: what breaks in goes on where it was. */
  moveBy(count: Frames): void {
    const override = this.#override;
    if (override === null || override.item === null) return;
    const item = { ...override.item, startFrame: frames(override.item.startFrame + count) };
    this.#host.change({ override: { ...override, item } });
  }

  /** What was made ready to break in, with its cue. */
  get armed(): EngineStatus['armed'] {
    const armed = this.#armed;
    if (armed === null) return null;
    return { source: armed.source, title: armed.item.title, cue: this.#host.parts.stage.find(armed.item)?.state ?? 'waiting' };
  }

  get #override(): Override | null {
    return this.#host.state().override;
  }

  #settleTake({ cause, until }: PendingCommand, frame: Frames): void {
    const { rundown } = this.#host.state();
    const next = itemAfter(rundown, frame);
    const cue = next === null ? null : (this.#host.parts.stage.find(next)?.state ?? 'waiting');
    // What the operator wanted may have come by itself in the meantime: taking now would skip it.
    if (itemAt(rundown, frame)?.startFrame === frame && this.mode === 'auto') this.#waiting.done(frame);
    else if (cue === null) this.#waiting.refuse('NOTHING_TO_TAKE', 'Nothing comes next');
    else if (cue === 'cued') this.#doTake(frame, cause);
    else if (cue === 'failed' || frame >= until) this.#waiting.refuse('NOT_CUED', 'The next item is not cued');
  }

  #doTake(frame: Frames, cause: string): void {
    if (takeNow(this.#host, frame, cause)) this.#waiting.done(frame);
  }

  #settleBreaking(pending: PendingBreaking, frame: Frames): void {
    const needed = neededSource(this.#host, pending, frame);
    if (needed.producer?.state === 'failed') this.#waiting.refuse('NOT_CUED', 'The source can not be aired');
    else if (needed.producer !== null && isThere(needed)) this.#breakIn(pending, frame);
    else if (frame >= pending.until) this.#waiting.refuse('NOT_CUED', 'The source is not cued');
  }

  #breakIn({ item: cued, note, cause, returnBy }: PendingBreaking, frame: Frames): void {
    const item = { ...cued, startFrame: frame };
    const why: Cause = { reason: 'operator-breaking', cause: toldCause(cause, note) };
    if (this.#armed?.item.id === item.id) this.#armed = null;
    this.#watch.reset();
    // The journal has it before the first frame has it.
    this.#host.parts.evidence.append({ type: 'breaking', frame, item, note, cause });
    this.#host.interrupt(why, why);
    const mode = item.source.type === 'live' ? 'live' : 'breaking';
    this.#host.change({ override: { ...leftOutFrom(this.#host.state(), frame), mode, item, cause, note, returnBy } });
    this.#waiting.done(frame);
  }

  #settleReturn(pending: PendingReturn, frame: Frames): void {
    const override = this.#override;
    if (override === null) this.#waiting.done(frame);
    else if (override.mode === 'hold' && this.itemAt(frame) !== null) this.#release(pending, frame);
    else {
      // Asking has it opened, also while it is too early to go.
      const isReady = isThere(neededSource(this.#host, pending, frame)) || frame >= pending.until;
      if (isReady && frame >= pending.from) this.#goBack(pending, override, frame);
    }
  }

  /** A held item that is still on air plays on; what follows it is free again. */
  #release({ policy, cause }: PendingReturn, frame: Frames): void {
    if (policy === 'next' && itemAfter(this.#host.state().rundown, frame) !== null) {
      this.#doTake(frame, cause);
      return;
    }
    this.#host.parts.evidence.append({ type: 'returned', frame, cause });
    this.#host.change({ override: null });
    this.#waiting.done(frame);
  }

  #goBack(pending: PendingReturn, override: Override, frame: Frames): void {
    if (override.item?.source.type === 'live') this.#selfTaker.left(override.item.source.inputId, pending.isByOperator ? 'chosen' : 'lost');
    this.#watch.reset();
    goBack(this.#host, pending, override, frame);
    this.#waiting.done(frame);
  }

  #itemOf(source: OverrideSource): RundownItem {
    const { config, evidence, inputs } = this.#host.parts;
    const input = source.type === 'live' ? inputs.find(source.inputId) : null;
    if (source.type === 'live' && input === null) throw new Refusal('NOT_FOUND', 'There is no such input');
    return overrideItem(`break-in-${this.#host.next()}-${evidence.seq}`, source, input?.input.name ?? config.channelName);
  }
}

function refuse(code: 'LOCKED' | 'NOT_OVERRIDDEN', message: string): Promise<never> {
  return Promise.reject(new Refusal(code, message));
}

function isSame(a: OverrideSource, b: OverrideSource | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
