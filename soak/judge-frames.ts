import { type FrameRate, type Frames, frames } from '../src/shared/time/index.ts';
import type { AiredRun, AirStory, Loss } from './air-story.ts';
import { duePicture } from './due-picture.ts';
import type { Watched } from './read-tapes.ts';
import type { SoakClip } from './soak-clips.ts';
import type { PlannedItem } from './soak-plan.ts';

/** What the frames of a soak amount to. */
export interface FrameFindings {
  /** Seams between two airings that follow each other. */
  readonly joins: number;
  readonly framesChecked: number;
  /** A picture shown again although a new one was due, and no evidence says that it was held. */
  readonly repeatedFrames: number;
  /** Pictures of the right clip but not the one that was due. */
  readonly droppedFrames: number;
  /** Pictures of another clip; slate, black or unreadable ones that no evidence accounts for. */
  readonly foreignFrames: number;
  /** Frames of the programme that nobody saw, or saw something else in their place, by reason. */
  readonly lostFrames: Readonly<Record<string, number>>;
  /** The first faults, in words. */
  readonly examples: readonly string[];
}

type Picture = NonNullable<ReturnType<Watched['pictures']['get']>>;

/** Frames of an airing that the evidence says were held, or stood in for. */
interface Allowance {
  held: number;
  slated: number;
}

/** A sink writes what an encoder had finished: what it had not is gone with it. */
const INSIDE_FRAMES = 250;
const MOST_EXAMPLES = 20;

/** Compares every frame that was watched with what was due on it. */
export function judgeFrames(story: AirStory, plan: readonly PlannedItem[], watched: Watched, rate: FrameRate): FrameFindings {
  const judge = new FrameJudge(plan, watched, story.losses, rate);
  for (const airing of story.airings) judge.take(airing);
  for (const { cause, from, to } of story.losses) if (cause !== 'encoder') judge.lose(cause, to - from);
  return judge.findings();
}

class FrameJudge {
  readonly #planned: ReadonlyMap<string, PlannedItem>;
  readonly #watched: Watched;
  readonly #losses: readonly Loss[];
  readonly #rate: FrameRate;
  readonly #lost: Record<string, number> = {};
  readonly #examples: string[] = [];
  #joins = 0;
  #checked = 0;
  #repeated = 0;
  #dropped = 0;
  #foreign = 0;
  #lastEnd: Frames | null = null;

  constructor(plan: readonly PlannedItem[], watched: Watched, losses: readonly Loss[], rate: FrameRate) {
    this.#planned = new Map(plan.map((planned) => [planned.item.id, planned]));
    this.#watched = watched;
    this.#losses = losses;
    this.#rate = rate;
  }

  lose(reason: string, count: number): void {
    if (count > 0) this.#lost[reason] = (this.#lost[reason] ?? 0) + count;
  }

  take(airing: AiredRun): void {
    if (this.#lastEnd === airing.from) this.#joins += 1;
    this.#lastEnd = airing.to;
    const planned = airing.item === null ? null : (this.#planned.get(airing.item.id) ?? null);
    this.lose(airing.reason, airing.item === null ? 0 : airing.heldFrames + airing.slatedFrames);
    const allowed = { held: airing.heldFrames, slated: airing.item === null ? airing.to - airing.from : airing.slatedFrames };
    let previous: number | null = null;
    for (let frame = airing.from; frame < airing.to; frame = frames(frame + 1)) {
      const picture = this.#watched.pictures.get(frame);
      if (picture === undefined) this.lose(this.#causeOfHole(frame), 1);
      else previous = this.#judge(frame, picture, planned, allowed, previous);
    }
  }

  /** @returns the number of the clip's frame that was seen. */
  #judge(frame: Frames, picture: Picture, planned: PlannedItem | null, allowed: Allowance, previous: number | null): number | null {
    this.#checked += 1;
    if (picture.kind !== 'coded') {
      if (allowed.slated > 0) allowed.slated -= 1;
      // An engine that has only just begun has nothing else to hold than the slate.
      else if (previous === null && allowed.held > 0) allowed.held -= 1;
      else this.#fault('foreign', frame, `${picture.kind} in ${planned?.item.id}`);
      return previous;
    }
    const due = dueOn(planned, frame, this.#rate);
    const clipId = planned?.clip?.clipId;
    const got = picture.frameNumber;
    const isRepeated = got === previous;
    if (clipId !== picture.clipId) this.#fault('foreign', frame, `clip ${picture.clipId}:${got} instead of ${clipId}:${due}`);
    else if (got !== due && this.#mayBeHeld(frame, isRepeated) && allowed.held > 0) allowed.held -= 1;
    else if (got !== due) this.#fault(isRepeated ? 'repeated' : 'dropped', frame, `${clipId}:${got} instead of ${due}`);
    return got;
  }

  /** Where the frame before was not seen, as a player may leave some out, nobody can tell whether a picture is the same again. */
  #mayBeHeld(frame: Frames, isRepeated: boolean): boolean {
    return isRepeated || !this.#watched.pictures.has(frames(frame - 1));
  }

  findings(): FrameFindings {
    return {
      ...{ joins: this.#joins, framesChecked: this.#checked, repeatedFrames: this.#repeated },
      ...{ droppedFrames: this.#dropped, foreignFrames: this.#foreign, lostFrames: this.#lost, examples: this.#examples },
    };
  }

  #fault(kind: 'repeated' | 'dropped' | 'foreign', frame: Frames, words: string): void {
    if (kind === 'repeated') this.#repeated += 1;
    else if (kind === 'dropped') this.#dropped += 1;
    else this.#foreign += 1;
    if (this.#examples.length < MOST_EXAMPLES) this.#examples.push(`${kind} on frame ${frame}: ${words}`);
  }

  #causeOfHole(frame: Frames): string {
    const loss = this.#losses.find(({ from, to }) => frame >= from - INSIDE_FRAMES && frame < to);
    return loss?.cause ?? 'unexplained';
  }
}

function dueOn(planned: PlannedItem | null, frame: Frames, rate: FrameRate): number | null {
  const clip: SoakClip | null = planned?.clip ?? null;
  if (planned === null || clip === null || planned.item.source.type !== 'file') return null;
  return duePicture(clip, planned.item.source.inFrame + frame - planned.item.startFrame, rate);
}
