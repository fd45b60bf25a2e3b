import { type Frames, frameDueAt, frameOnAirAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { type Asset, assetId } from '../../domain/library/index.ts';
import { dayProgrammes, type Programme } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pauses } from '../ports/pauses.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { takingTurns } from '../taking-turns.ts';
import { formatXmltv, GUIDE_CHANNEL_ID, type GuideEntry } from './format-xmltv.ts';

const HOUR_MS = 3_600_000;
/** The guide begins with what has just been on. */
const BEFORE_MS = 4 * HOUR_MS;
const MOST_ITEMS = 100_000;

/** What the guide needs. */
export interface GuideQueriesDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly pauses: Pauses;
}

/** What the guide is made from. */
interface Listing {
  readonly programmes: readonly Programme[];
  /** Of what is shown; null: the library has it no more. */
  readonly assets: ReadonlyMap<string, Asset | null>;
  /** Where the playlog ends. */
  readonly end: Frames;
}

/** The channel as players and guides know it, from the playlog alone. */
export class GuideQueries {
  readonly #to: GuideQueriesDependencies;

  constructor(dependencies: GuideQueriesDependencies) {
    this.#to = dependencies;
  }

  /** The guide as XMLTV. Each programme lasts until the next one: what stands between is not shown. */
  readonly xmltv = async (): Promise<string> => {
    const { unitOfWork, clock, channel, pauses } = this.#to;
    const from = frameOnAirAt(milliseconds(clock.now() - BEFORE_MS), channel.rate);
    const listing = await unitOfWork.run((repositories) => list(repositories, from));
    return takingTurns(formatXmltv(channel.name, this.#entries(listing)), pauses);
  };

  /** A playlist of the one channel, for players (M3U). */
  readonly m3u = (streamUrl: string): string => {
    const name = this.#to.channel.name.replaceAll(/[\r\n"]/g, ' ');
    return `#EXTM3U\n#EXTINF:-1 tvg-id="${GUIDE_CHANNEL_ID}" tvg-name="${name}",${name}\n${streamUrl}\n`;
  };

  *#entries({ programmes, assets, end }: Listing): Generator<GuideEntry> {
    for (const [index, { first }] of programmes.entries()) {
      const stop = programmes[index + 1]?.first.startFrame ?? end;
      const times = { startsAt: this.#instant(first.startFrame), endsAt: this.#instant(stop) };
      yield { ...times, ...described(first.title, assets.get(first.assetId ?? '') ?? null) };
    }
  }

  #instant(frame: Frames): string {
    return new Date(Math.round(frameDueAt(frame, this.#to.channel.rate))).toISOString();
  }
}

async function list({ playlog, assets }: Repositories, from: Frames): Promise<Listing> {
  const end = (await playlog.end()) ?? from;
  const programmes = dayProgrammes(await playlog.listBetween(from, frames(Math.max(end, from)), MOST_ITEMS));
  const known = new Map<string, Asset | null>();
  for (const { first } of programmes) {
    if (first.assetId !== null && !known.has(first.assetId)) known.set(first.assetId, await assets.get(assetId(first.assetId)));
  }
  return { programmes, assets: known, end };
}

function described(title: string, asset: Asset | null): Omit<GuideEntry, 'startsAt' | 'endsAt'> {
  if (asset === null) return { title, subTitle: null, year: null, genres: [], season: null, episode: null, rating: null };
  const { series, season, episode, year, genres, contentRating } = asset.details;
  const titles = series === null ? { title, subTitle: null } : { title: series, subTitle: title };
  return { ...titles, year, genres, season, episode, rating: contentRating };
}
