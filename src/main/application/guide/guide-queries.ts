import { type Frames, frameDueAt, frameOnAirAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { type Asset, assetId } from '../../domain/library/index.ts';
import { dayProgrammes } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { formatXmltv, GUIDE_CHANNEL_ID, type GuideEntry } from './format-xmltv.ts';

const HOUR_MS = 3_600_000;
/** The guide begins with what has just been on. */
const BEFORE_MS = 4 * HOUR_MS;
const MOST_ITEMS = 100_000;

/** The channel as players and guides know it, from the playlog alone. */
export class GuideQueries {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;
  readonly #channel: Channel;

  constructor(unitOfWork: UnitOfWork, clock: Clock, channel: Channel) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
    this.#channel = channel;
  }

  /** The guide as XMLTV. Each programme lasts until the next one: what stands between is not shown. */
  readonly xmltv = async (): Promise<string> => {
    const from = frameOnAirAt(milliseconds(this.#clock.now() - BEFORE_MS), this.#channel.rate);
    const entries = await this.#unitOfWork.run((repositories) => this.#entries(repositories, from));
    return formatXmltv(this.#channel.name, entries);
  };

  /** A playlist of the one channel, for players (M3U). */
  readonly m3u = (streamUrl: string): string => {
    const name = this.#channel.name.replaceAll(/[\r\n"]/g, ' ');
    return `#EXTM3U\n#EXTINF:-1 tvg-id="${GUIDE_CHANNEL_ID}" tvg-name="${name}",${name}\n${streamUrl}\n`;
  };

  async #entries({ playlog, assets }: Repositories, from: Frames): Promise<readonly GuideEntry[]> {
    const end = (await playlog.end()) ?? from;
    const items = await playlog.listBetween(from, frames(Math.max(end, from)), MOST_ITEMS);
    const programmes = dayProgrammes(items);
    const known = new Map<string, Asset | null>();
    for (const { first } of programmes) {
      if (first.assetId !== null && !known.has(first.assetId)) known.set(first.assetId, await assets.get(assetId(first.assetId)));
    }
    return programmes.map(({ first }, index) => {
      const stop = programmes[index + 1]?.first.startFrame ?? end;
      const times = { startsAt: this.#instant(first.startFrame), endsAt: this.#instant(stop) };
      return { ...times, ...described(first.title, known.get(first.assetId ?? '') ?? null) };
    });
  }

  #instant(frame: Frames): string {
    return new Date(Math.round(frameDueAt(frame, this.#channel.rate))).toISOString();
  }
}

function described(title: string, asset: Asset | null): Omit<GuideEntry, 'startsAt' | 'endsAt'> {
  if (asset === null) return { title, subTitle: null, year: null, genres: [], season: null, episode: null, rating: null };
  const { series, season, episode, year, genres, contentRating } = asset.details;
  const titles = series === null ? { title, subTitle: null } : { title: series, subTitle: title };
  return { ...titles, year, genres, season, episode, rating: contentRating };
}
