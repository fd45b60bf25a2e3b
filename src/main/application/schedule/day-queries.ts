import type { Plan } from '../../../shared/contract/plan.ts';
import type { Day, DayProgramme } from '../../../shared/contract/schedule.ts';
import { type Frames, firstFrameFrom, frameDueAt, milliseconds } from '../../../shared/time/index.ts';
import { broadcastDay } from '../../../shared/time/station-calendar.ts';
import { endFrame, type PlannedItem } from '../../domain/playlog/index.ts';
import { availOfBreak, dayProgrammes, defaultPlan, type PlanRules, type Programme } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';
import type { PlanningDesk } from './planning-desk.ts';

/** The most items of a day. */
const MOST_ITEMS = 50_000;
/** Days that are looked ahead. */
const FURTHEST_MS = 14 * 86_400_000;

/** What reading days needs. */
export interface DayQueriesDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly desk: PlanningDesk;
  readonly rules: PlanRules;
}

/** Broadcast days, programme by programme: from the playlog as far as it reaches, beyond that as the plan would have it now. */
export class DayQueries {
  readonly #to: DayQueriesDependencies;

  constructor(dependencies: DayQueriesDependencies) {
    this.#to = dependencies;
  }

  /** The day of a date. Refused for days further ahead than a fortnight. */
  readonly get = async (date: string): Promise<Answer<Day>> => {
    const { unitOfWork, channel, clock } = this.#to;
    const { plan, end } = await unitOfWork.run(async (all) => ({
      plan: (await all.plan.get())?.plan ?? defaultPlan(channel.zone),
      end: await all.playlog.end(),
    }));
    const day = broadcastDay(plan, date);
    if (day.startsAt > clock.now() + FURTHEST_MS) return tooFar();
    const [from, until] = [firstFrameFrom(day.startsAt, channel.rate), firstFrameFrom(day.endsAt, channel.rate)];
    const planned = await unitOfWork.run(({ playlog }) => playlog.listBetween(from, until, MOST_ITEMS));
    const projected = end !== null && end < until ? await this.#project(plan, end, until) : [];
    const items = [...planned, ...projected].filter((item) => endFrame(item) > from && item.startFrame < until);
    const programmes = dayProgrammes(items).map((programme) => this.#listed(plan, programme));
    return granted({
      date,
      startsAt: new Date(day.startsAt).toISOString(),
      endsAt: new Date(day.endsAt).toISOString(),
      plannedUntil: this.#instant(end === null ? from : end),
      programmes,
    });
  };

  async #project(plan: Plan, from: Frames, until: Frames): Promise<readonly PlannedItem[]> {
    const { desk, rules } = this.#to;
    const outlook = await desk.look(plan);
    return (await desk.draw(plan, outlook, from, until, rules.atMost * 10)).items;
  }

  #listed(plan: Plan, { first, endFrame: end, breaks }: Programme): DayProgramme {
    return {
      airingId: first.origin.airingId,
      startsAt: this.#instant(first.startFrame),
      endsAt: this.#instant(end),
      title: first.title,
      houseId: first.houseId,
      assetId: first.assetId,
      inputId: first.inputId,
      startMode: first.startMode,
      breaks: breaks.map((dayBreak) => ({
        breakId: dayBreak.breakId,
        startsAt: this.#instant(dayBreak.startFrame),
        durationFrames: dayBreak.durationFrames,
        titles: [...dayBreak.titles],
        ...availOfBreak(plan, dayBreak, this.#to.channel.rate),
      })),
    };
  }

  #instant(frame: Frames): string {
    return new Date(Math.round(frameDueAt(frame, this.#to.channel.rate))).toISOString();
  }
}

function tooFar(): Refusal {
  const horizon = milliseconds(FURTHEST_MS) / 86_400_000;
  return { ...refused('BAD_INPUT', `Days are planned ${horizon} days ahead at most`), field: 'date' };
}
