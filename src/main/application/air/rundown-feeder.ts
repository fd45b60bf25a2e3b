import type { Rundown } from '../../../shared/engine-protocol/index.ts';
import { frameOnAirAt, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { type Asset, assetId } from '../../domain/library/index.ts';
import { type AirableMedia, type PlaylogItem, toRundown } from '../../domain/playlog/index.ts';
import type { TakeInEvidence } from '../as-run/index.ts';
import type { Channel } from '../channel.ts';
import { CoalescedJob } from '../coalesced-job.ts';
import type { Clock } from '../ports/clock.ts';
import type { Engine } from '../ports/engine.ts';
import type { Log } from '../ports/log.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, refused } from '../refusal.ts';

/** How far ahead the engine is told. It plays that long without main. */
const AHEAD_MS = milliseconds(6 * 3_600_000);

/** The most items in one rundown: enough for hours of the shortest items, and still a message of about a megabyte. */
const MOST_ITEMS = 3_000;

/** The most files that the engine is given to fill time with. */
const MOST_FILLER = 50;

/** How often a rundown is made anew when the engine has changed its own in the meantime. */
const TRIES = 5;

/** What feeding the engine needs. */
export interface RundownFeederDependencies {
  readonly engine: Engine;
  readonly takeInEvidence: TakeInEvidence;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly channel: Channel;
}

/** Hands the engine the next hours of the playlog. */
export class RundownFeeder {
  readonly #to: RundownFeederDependencies;
  readonly #job = new CoalescedJob(() => this.#feed());

  constructor(dependencies: RundownFeederDependencies) {
    this.#to = dependencies;
  }

  /** Answers with the revision that the engine now has. Runs that are asked for together are made one. */
  readonly run = (): Promise<Answer<number>> => this.#job.run();

  /** Waits until no run is under way. */
  readonly settled = (): Promise<void> => this.#job.settled();

  async #feed(): Promise<Answer<number>> {
    const { engine, takeInEvidence, unitOfWork, log } = this.#to;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const known = await takeInEvidence.run();
      if (!known.ok) return known;
      const rundown = await unitOfWork.run((repositories) => this.#rundown(repositories));
      const answer = await engine.call('load', { rundown, basedOnSeq: known.value });
      if (answer.ok) return granted(rundown.revision);
      if (answer.code !== 'STALE_REVISION') return answer;
      log.info('The engine changed its rundown in the meantime; it is told again', { attempt });
    }
    return refused('STALE_REVISION', 'The engine changed its rundown each time that it was told a new one');
  }

  async #rundown(repositories: Repositories): Promise<Rundown> {
    const { clock, channel } = this.#to;
    const { playlog } = repositories;
    const now = frameOnAirAt(clock.now(), channel.rate);
    const items = await playlog.listBetween(now, frames(now + msToFrames(AHEAD_MS, channel.rate)), MOST_ITEMS);
    const media = await mediaOf(items, repositories);
    return toRundown({ revision: await playlog.revision(), items, media, filler: await fillerOf(repositories) });
  }
}

async function mediaOf(items: readonly PlaylogItem[], { assets }: Repositories): Promise<ReadonlyMap<string, AirableMedia>> {
  const ids = new Set(items.flatMap((item) => (item.assetId === null ? [] : [item.assetId])));
  const media = new Map<string, AirableMedia>();
  for (const id of ids) {
    const asset = await assets.get(assetId(id));
    if (asset !== null) media.set(id, toMedia(asset));
  }
  return media;
}

function toMedia({ media, gainDb }: Asset): AirableMedia {
  return { path: media.path, hasPicture: media.picture !== null, hasSound: media.sound !== null, gainDb };
}

async function fillerOf({ assets }: Repositories): Promise<readonly AirableMedia[]> {
  const filler = await assets.listAirableOfKind('filler', MOST_FILLER);
  return filler.map(({ path, hasPicture, hasSound, gainDb }) => ({ path, hasPicture, hasSound, gainDb }));
}
