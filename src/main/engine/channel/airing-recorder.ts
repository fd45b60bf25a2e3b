import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import { itemEnd } from '../../domain/playout/index.ts';
import type { EvidenceLog } from '../evidence/evidence-log.ts';
import type { Shown } from '../mixer/mixer.ts';
import { type Airing, beginAiring, type Cause, countFrame, endedEvidence, startedEvidence } from './airing.ts';
import type { Stage } from './stage.ts';

const SCHEDULE: Cause = { reason: 'as-planned', cause: 'schedule' };
const JOINED: Cause = { reason: 'joined-in-progress', cause: 'engine' };

/** Follows what is on air and leaves the evidence of it: each airing's start and end, and what could not be cued. */
export class AiringRecorder {
  readonly #evidence: EvidenceLog;
  readonly #stage: Stage;
  readonly #cueFailuresTold = new Set<string>();
  #airing: Airing | null = null;
  #startCause: Cause | null = null;
  #cut: Cause | null = null;
  #furthest = Number.NEGATIVE_INFINITY;

  constructor(evidence: EvidenceLog, stage: Stage) {
    this.#evidence = evidence;
    this.#stage = stage;
  }

  /** What is on air; null before the first frame and after the last one. */
  get airing(): Airing | null {
    return this.#airing;
  }

  /** Says that the next frame begins a new airing, and why, whatever the rundown says; `cut`: why what is on air ends. */
  interrupt(start: Cause, cut: Cause): void {
    this.#startCause = start;
    this.#cut = cut;
  }

  /** Ends and begins airings as `item`, which is due on `frame`, asks for. `whyNothing`: why there is none, when there is none. */
  follow(item: RundownItem | null, frame: Frames, whyNothing: Cause): void {
    if (this.#airing !== null && this.#airing.item?.id === item?.id && this.#startCause === null) return;
    this.end(frame, this.#cut ?? this.#cutByRundown(frame));
    const begun = beginAiring(item, frame, this.#startCause ?? (item === null ? whyNothing : plannedCause(item, frame)));
    // A clock that was set back brings frames that were aired before.
    this.#airing = frame > this.#furthest ? begun : { ...begun, airingId: `${begun.airingId}~${this.#evidence.seq}` };
    this.#furthest = Math.max(this.#furthest, frame);
    this.#startCause = null;
    this.#cut = null;
    this.#evidence.append(startedEvidence(this.#airing));
  }

  /** Counts a frame by what the viewer saw. */
  count(shown: Shown): void {
    if (this.#airing !== null) this.#airing = countFrame(this.#airing, shown);
  }

  /** Ends what is on air before `frame`. `cut` null: its time was up. */
  end(frame: Frames, cut: Cause | null): void {
    const airing = this.#airing;
    if (airing === null) return;
    const failure = airing.item === null ? null : (this.#stage.find(airing.item)?.failure ?? null);
    const isComplete = airing.item !== null && frame >= itemEnd(airing.item);
    this.#evidence.append(endedEvidence(airing, frame, isComplete ? null : cut, failure));
    if (airing.item !== null) this.#cueFailuresTold.delete(airing.item.id);
    this.#airing = null;
  }

  /** Writes down, once each, the items that could not be cued. */
  tellCueFailures(frame: Frames): void {
    for (const { item, state, failure } of this.#stage.all()) {
      if (state !== 'failed' || failure === null || this.#cueFailuresTold.has(item.id)) continue;
      this.#cueFailuresTold.add(item.id);
      this.#evidence.append({ type: 'cue-failed', frame, itemId: item.id, reason: failure.reason, detail: failure.detail });
    }
  }

  /** Why an item ends before its time although nobody said so: a new rundown put something else in its place. */
  #cutByRundown(frame: Frames): Cause | null {
    const item = this.#airing?.item ?? null;
    return item !== null && frame < itemEnd(item) ? SCHEDULE : null;
  }
}

function plannedCause(item: RundownItem, frame: Frames): Cause {
  return frame === item.startFrame ? SCHEDULE : JOINED;
}
