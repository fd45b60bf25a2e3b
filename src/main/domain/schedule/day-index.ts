import { type FrameRate, type Frames, firstFrameFrom } from '../../../shared/time/index.ts';
import { broadcastDay, dateAfter, type StationCalendar } from '../../../shared/time/station-calendar.ts';
import { daysAround } from './segments.ts';

interface Day {
  readonly date: string;
  readonly from: Frames;
}

/** Which broadcast day a frame belongs to, for the frames of a stretch. */
export class DayIndex {
  readonly #days: readonly Day[];
  readonly #hour: number;

  constructor(calendar: StationCalendar, from: Frames, until: Frames, rate: FrameRate) {
    const dates = daysAround(calendar, from, until, rate);
    const beyond = dates.at(-1);
    const all = beyond === undefined ? dates : [...dates, dateAfter(beyond, 1)];
    this.#days = all.map((date) => ({ date, from: firstFrameFrom(broadcastDay(calendar, date).startsAt, rate) }));
    this.#hour = (3600 * rate.num) / rate.den;
  }

  /** The date of the broadcast day. */
  dateOf(frame: Frames): string {
    return this.#dayOf(frame).date;
  }

  /** The dates of the broadcast days that [from, until) touches. */
  datesIn(from: Frames, until: Frames): readonly string[] {
    const first = this.#dayOf(from);
    return this.#days.filter((day) => day === first || (day.from > from && day.from < until)).map(({ date }) => date);
  }

  /** The first frame of the hour that a frame lies in, hours counted from the start of the broadcast day. */
  hourStart(frame: Frames): number {
    const { from } = this.#dayOf(frame);
    return from + Math.floor((frame - from) / this.#hour) * this.#hour;
  }

  #dayOf(frame: Frames): Day {
    const day = this.#days.findLast(({ from }) => from <= frame) ?? this.#days[0];
    if (day === undefined) throw new RangeError(`Frame ${frame} lies in no day of this stretch`);
    return day;
  }
}
