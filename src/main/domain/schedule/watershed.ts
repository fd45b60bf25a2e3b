import type { Plan } from '../../../shared/contract/plan.ts';
import type { FrameRate, Frames } from '../../../shared/time/index.ts';
import { daysAround, framesOfStretch } from './segments.ts';

interface Hours {
  readonly ratings: ReadonlySet<string>;
  readonly windows: readonly { readonly from: Frames; readonly until: Frames }[];
}

/** When which ratings may air. A rating that no rule names may air at any time. */
export class Watershed {
  readonly #hours: readonly Hours[];

  private constructor(hours: readonly Hours[]) {
    this.#hours = hours;
  }

  /** The plan's rules on the frames from `from` to `until`. */
  static of(plan: Plan, from: Frames, until: Frames, rate: FrameRate): Watershed {
    const days = plan.watershed.length === 0 ? [] : daysAround(plan, from, until, rate);
    return new Watershed(
      plan.watershed.map((rule) => ({
        ratings: new Set(rule.ratings.map((rating) => rating.toLowerCase())),
        windows: days.map((date) => framesOfStretch(plan, date, rule, rate)),
      })),
    );
  }

  /** Whether a rating may air from the first to the last frame of [from, until). */
  allows(rating: string | null, from: Frames, until: Frames): boolean {
    if (rating === null || this.#hours.length === 0) return true;
    const named = this.#hours.filter(({ ratings }) => ratings.has(rating.toLowerCase()));
    return named.length === 0 || named.some(({ windows }) => windows.some((open) => open.from <= from && until <= open.until));
  }
}
