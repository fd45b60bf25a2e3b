import type { Plan } from '../../../shared/contract/plan.ts';
import type { PlaylogItem as ListedItem } from '../../../shared/contract/playlog.ts';
import {
  type FrameRate,
  type Frames,
  firstFrameFrom,
  frameDueAt,
  frameOnAirAt,
  type Milliseconds,
  milliseconds,
} from '../../../shared/time/index.ts';
import { endFrame, isSlate, type PlaylogItem } from '../../domain/playlog/index.ts';
import { breachOf, defaultPlan, plannableAsset, plannedStarts, Watershed } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { StationInputs } from '../ports/station-inputs.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';

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
  readonly #inputs: StationInputs;

  constructor(unitOfWork: UnitOfWork, clock: Clock, channel: Channel, lockWindow: Milliseconds, inputs: StationInputs) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
    this.#channel = channel;
    this.#lockWindow = lockWindow;
    this.#inputs = inputs;
  }

  /** The items that hold a moment of the stretch: from now on and for a day, unless it says otherwise. */
  readonly list = async (stretch: Stretch): Promise<ListedPlaylog> => {
    const { rate } = this.#channel;
    const from = instantOr(stretch.from, this.#clock.now());
    const to = instantOr(stretch.to, milliseconds(from + DAY_MS));
    return this.#unitOfWork.run(async (repositories) => {
      const { playlog } = repositories;
      const plan = (await repositories.plan.get())?.plan ?? defaultPlan(this.#channel.zone);
      const items = await playlog.listBetween(frameOnAirAt(from, rate), firstFrameFrom(to, rate), MOST_ITEMS);
      const breaches = await this.#breaches(repositories, plan, items);
      const starts = plannedStarts(plan, items, rate);
      return {
        revision: await playlog.revision(),
        lockWindowMs: this.#lockWindow,
        items: items.map((item) => ({
          ...listed(item, rate),
          breach: breaches.get(item.id) ?? null,
          plannedStartsAt: plannedText(starts.get(item.id), rate),
        })),
      };
    });
  };

  /** Of what people placed, by item: the planner leaves it where it is, so that only they can put it right. */
  async #breaches({ schedulingLibrary }: Repositories, plan: Plan, items: readonly PlaylogItem[]): Promise<ReadonlyMap<string, string>> {
    const placed = items.filter((item) => item.origin.placedBy !== null && item.status === 'planned' && !isSlate(item));
    const [first, last] = [placed[0], placed.at(-1)];
    if (first === undefined || last === undefined) return new Map();
    const { rate } = this.#channel;
    const facts = await schedulingLibrary.readNamed([...new Set(placed.flatMap(({ assetId }) => assetId ?? []))]);
    const assets = new Map(facts.flatMap((one) => [[one.id, plannableAsset(one, rate, null) ?? undefined] as const]));
    const watershed = Watershed.of(plan, first.startFrame, endFrame(last), rate);
    return new Map(
      placed.flatMap((item) => {
        const breach = this.#breachOfInput(item) ?? breachOf(item, assets.get(item.assetId ?? ''), watershed);
        return breach === null ? [] : [[item.id, breach] as const];
      }),
    );
  }

  #breachOfInput({ inputId }: PlaylogItem): string | null {
    if (inputId === null || this.#inputs.list().some(({ id, enabled }) => enabled && id === inputId)) return null;
    return 'The station has no such live input, or it is off';
  }
}

function instantOr(text: string | undefined, otherwise: Milliseconds): Milliseconds {
  return text === undefined ? otherwise : milliseconds(Date.parse(text));
}

function instantText(frame: Frames, rate: FrameRate): string {
  return new Date(Math.round(frameDueAt(frame, rate))).toISOString();
}

function plannedText(frame: Frames | undefined, rate: FrameRate): string | null {
  return frame === undefined ? null : instantText(frame, rate);
}

function listed(item: PlaylogItem, rate: FrameRate): ListedItem {
  const startsAt = instantText(item.startFrame, rate);
  const { origin, ...rest } = item;
  const { occurrence: _, ...belongsTo } = origin;
  return { ...rest, ...belongsTo, startsAt, explanation: { ...item.explanation, refused: [...item.explanation.refused] } };
}
