import type { Plan } from '../../../shared/contract/plan.ts';
import type { DryRun as Outcome } from '../../../shared/contract/schedule.ts';
import { type Frames, frameDueAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../../domain/playlog/index.ts';
import { dayProgrammes, type PlanRules, replanFrom, type StretchItem } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import { framesLater, type PlanningDesk } from './planning-desk.ts';

/** Says what a plan would change, and changes nothing. */
export class DryRun {
  readonly #desk: PlanningDesk;
  readonly #channel: Channel;
  readonly #rules: PlanRules;

  constructor(desk: PlanningDesk, channel: Channel, rules: PlanRules) {
    this.#desk = desk;
    this.#channel = channel;
    this.#rules = rules;
  }

  /** @param hours how far ahead it is looked */
  readonly run = async (plan: Plan, hours: number): Promise<Outcome> => {
    const { rate } = this.#channel;
    const outlook = await this.#desk.look(plan);
    const from = replanFrom({ ...outlook, plan, rate, rules: this.#rules, isPlanNew: true, isLibraryNew: true });
    const until = framesLater(outlook.now, milliseconds(hours * 3_600_000), this.#channel);
    const { items } = await this.#desk.draw(plan, outlook, from, frames(Math.max(from + 1, until)), this.#rules.atMost);
    const standing = outlook.items.filter(({ startFrame }) => startFrame >= from && startFrame < until);
    const last = items.at(-1);
    return {
      from: this.#instant(from),
      to: this.#instant(last === undefined ? from : endFrame(last)),
      itemCount: items.length,
      ...difference(standing, items),
      slateFrames: frames(items.reduce((sum, item) => sum + (item.assetId === null ? item.durationFrames : 0), 0)),
      relaxed: relaxedRules(items),
      findings: findingsIn(items).map(({ firstFrame, ...finding }) => ({ ...finding, firstAt: this.#instant(firstFrame) })),
      programmes: dayProgrammes(items).map(({ first }) => ({
        startsAt: this.#instant(first.startFrame),
        durationFrames: first.durationFrames,
        title: first.title,
        startMode: first.startMode,
      })),
    };
  };

  #instant(frame: Frames): string {
    return new Date(Math.round(frameDueAt(frame, this.#channel.rate))).toISOString();
  }
}

function difference(standing: readonly PlaylogItem[], planned: readonly StretchItem[]) {
  const nameOf = ({ startFrame, assetId, durationFrames }: StretchItem) => `${startFrame} ${durationFrames} ${assetId}`;
  const names = new Set(standing.map(nameOf));
  const kept = planned.filter((item) => names.has(nameOf(item))).length;
  return { removed: standing.length - kept, added: planned.length - kept, kept };
}

function relaxedRules(items: readonly StretchItem[]): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { explanation } of items) {
    if (explanation.relaxed !== null) counts.set(explanation.relaxed, (counts.get(explanation.relaxed) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => ({ rule, count }));
}

/** What is wrong in a daypart, how often, and where first. */
interface Finding {
  readonly daypartId: string | null;
  /** null: slate. */
  readonly rule: string | null;
  readonly count: number;
  readonly firstFrame: Frames;
}

function findingsIn(items: readonly StretchItem[]): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const { assetId, explanation, origin, startFrame } of items) {
    const rule = explanation.relaxed;
    if (rule === null && assetId !== null) continue;
    const daypartId = origin.occurrence?.split('@')[0] ?? null;
    const key = `${daypartId} ${rule}`;
    const { count = 0, firstFrame = startFrame } = findings.get(key) ?? {};
    findings.set(key, { daypartId, rule, count: count + 1, firstFrame });
  }
  return [...findings.values()];
}
