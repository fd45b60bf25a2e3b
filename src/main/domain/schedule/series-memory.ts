import type { Frames } from '../../../shared/time/index.ts';
import { byEpisode, type EpisodeKey } from './plan-library.ts';
import type { PlannableAsset } from './plannable-asset.ts';

/** An episode that was put on, under the name of who remembers it. */
export interface SeriesPlay extends EpisodeKey {
  /** `shared:<series>`, `daypart:<id>:<series>` or, for a marathon, `occurrence:<name>:<series>`. */
  readonly memory: string;
  readonly startFrame: Frames;
}

/** Where each series is. What it learns is kept with the playlog, so that a restart repeats nothing. */
export class SeriesMemory {
  readonly #latest = new Map<string, EpisodeKey>();
  readonly learnt: SeriesPlay[] = [];

  constructor(latest: readonly SeriesPlay[]) {
    for (const play of latest) this.#latest.set(play.memory, play);
  }

  /** The episodes in the order in which they are due, once around. */
  dueOf(memory: string, episodes: readonly PlannableAsset[]): readonly PlannableAsset[] {
    const last = this.#latest.get(memory);
    if (last === undefined) return episodes;
    const next = episodes.findIndex((episode) => byEpisode(episode, last) > 0);
    return next <= 0 ? episodes : [...episodes.slice(next), ...episodes.slice(0, next)];
  }

  note(memory: string, { season, episode, houseId }: PlannableAsset, startFrame: Frames): void {
    const play = { memory, season, episode, houseId, startFrame };
    this.#latest.set(memory, play);
    this.learnt.push(play);
  }
}
