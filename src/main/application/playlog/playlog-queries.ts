import type { PlaylogItem as ListedItem } from '../../../shared/contract/playlog.ts';
import { type FrameRate, firstFrameFrom, frameDueAt, frameOnAirAt, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { PlaylogItem } from '../../domain/playlog/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What is listed when nobody says until when. */
const DAY_MS = 86_400_000;

/** The most items in one answer. */
const MOST_ITEMS = 50_000;

/** A stretch of time, half-open, as the contract has it: ISO 8601, each end optional. */
export interface Stretch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A stretch of the playlog as the contract has it. */
interface ListedPlaylog {
  readonly revision: number;
  readonly lockWindowMs: Milliseconds;
  readonly items: ListedItem[];
}

/** Reads the playlog as the contract lists it. */
export class PlaylogQueries {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;
  readonly #channel: Channel;
  readonly #lockWindow: Milliseconds;

  constructor(unitOfWork: UnitOfWork, clock: Clock, channel: Channel, lockWindow: Milliseconds) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
    this.#channel = channel;
    this.#lockWindow = lockWindow;
  }

  /** The items that hold a moment of the stretch: from now on and for a day, unless it says otherwise. */
  readonly list = async (stretch: Stretch): Promise<ListedPlaylog> => {
    const { rate } = this.#channel;
    const from = instantOr(stretch.from, this.#clock.now());
    const to = instantOr(stretch.to, milliseconds(from + DAY_MS));
    return this.#unitOfWork.run(async ({ playlog }) => {
      const items = await playlog.listBetween(frameOnAirAt(from, rate), firstFrameFrom(to, rate), MOST_ITEMS);
      return { revision: await playlog.revision(), lockWindowMs: this.#lockWindow, items: items.map((item) => listed(item, rate)) };
    });
  };
}

function instantOr(text: string | undefined, otherwise: Milliseconds): Milliseconds {
  return text === undefined ? otherwise : milliseconds(Date.parse(text));
}

function listed(item: PlaylogItem, rate: FrameRate): ListedItem {
  const startsAt = new Date(Math.round(frameDueAt(item.startFrame, rate))).toISOString();
  const { origin, ...rest } = item;
  const { occurrence: _, ...belongsTo } = origin;
  return { ...rest, ...belongsTo, startsAt, explanation: { ...item.explanation, refused: [...item.explanation.refused] } };
}
