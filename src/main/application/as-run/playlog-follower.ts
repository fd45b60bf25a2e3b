import type { EvidenceBody } from '../../../shared/engine-protocol/evidence.ts';
import type { RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { AsRunEntry } from '../../domain/as-run/index.ts';
import {
  adoptAired,
  applyResumed,
  applySkipped,
  applyTaken,
  endFrame,
  type Resumed,
  type TakenChange,
} from '../../domain/playlog/index.ts';
import type { PlaylogRepository } from '../ports/playlog-repository.ts';

/**
 * Brings the playlog in line with what the engine did: statuses, takes, and items that were on air while the plan was changing. Used
 * inside a unit of work.
 */
export class PlaylogFollower {
  readonly #playlog: PlaylogRepository;
  readonly #now: Frames;
  #hasChangedPlan = false;

  /** @param now the frame that is on air: what ended before it is history and changes no plan */
  constructor(playlog: PlaylogRepository, now: Frames) {
    this.#playlog = playlog;
    this.#now = now;
  }

  /** Whether more than statuses was changed, so that the playlog needs a new revision. */
  get hasChangedPlan(): boolean {
    return this.#hasChangedPlan;
  }

  /** Follows one record, with the entries that the as-run log made of it. */
  async follow(body: EvidenceBody, entries: readonly AsRunEntry[]): Promise<void> {
    for (const entry of entries) await this.#close(entry);
    if (body.type === 'taken') await this.#slide(applyTaken(await this.#playlog.listFrom(body.frame), body));
    if (body.type === 'skipped') {
      const skipped = { frame: body.frame, itemId: body.item.id };
      await this.#slide(applySkipped(await this.#playlog.listFrom(body.frame), skipped));
    }
    if (body.type === 'returned' && body.policy === 'resume' && body.since !== undefined)
      await this.#resume({ frame: body.frame, since: body.since, interruptedId: body.interruptedId ?? null });
    // What broke in is nobody's plan: the schedule goes on beneath it.
    if (body.type === 'item-started' && body.item !== null && body.reason !== 'operator-breaking') await this.#start(body.item, body.frame);
  }

  async #close({ itemId, outcome }: AsRunEntry): Promise<void> {
    if (itemId === null || (outcome !== 'aired' && outcome !== 'partial' && outcome !== 'failed')) return;
    await this.#playlog.setStatus(itemId, outcome);
  }

  async #slide(change: TakenChange | null): Promise<void> {
    if (change === null) return;
    const { shortened, removed, slid } = change;
    if (shortened !== null) await this.#playlog.setDuration(shortened.id, shortened.durationFrames);
    await this.#playlog.remove(removed);
    await this.#playlog.slideUp(slid.from, slid.until, slid.by);
    this.#hasChangedPlan = true;
  }

  async #resume(resumed: Resumed): Promise<void> {
    const { shortened, items } = applyResumed(await this.#playlog.listFrom(resumed.since), resumed);
    if (shortened !== null) await this.#playlog.setDuration(shortened.id, shortened.durationFrames);
    await this.#playlog.replaceFrom(resumed.frame, items);
    this.#hasChangedPlan = true;
  }

  async #start(item: RundownItem, frame: Frames): Promise<void> {
    const isPlanned = (await this.#playlog.get(item.id)) !== null;
    if (isPlanned) await this.#playlog.setStatus(item.id, 'on-air');
    else if (endFrame(item) > this.#now) await this.#adopt(item, frame);
  }

  /** The engine airs an item that the playlog does not have: it is taken in, and what comes after it is left to be planned anew. */
  async #adopt(item: RundownItem, frame: Frames): Promise<void> {
    const [before] = await this.#playlog.listBetween(frame, frames(frame + 1), 1);
    if (before !== undefined && before.startFrame < frame) {
      await this.#playlog.setDuration(before.id, frames(frame - before.startFrame));
    }
    await this.#playlog.replaceFrom(frame, [adoptAired(item, frame)]);
    this.#hasChangedPlan = true;
  }
}
