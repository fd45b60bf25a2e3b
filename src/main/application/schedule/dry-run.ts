import type { Plan } from '../../../shared/contract/plan.ts';
import type { DryRun as Outcome } from '../../../shared/contract/schedule.ts';
import { type Frames, frameDueAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, isSlate, type PlaylogItem } from '../../domain/playlog/index.ts';
import { dayProgrammes, isMoreOf, type PlanRules, replanFrom, type StretchItem } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Pauses } from '../ports/pauses.ts';
import { takingTurns } from '../taking-turns.ts';
import { framesLater, type PlanningDesk } from './planning-desk.ts';

/** What trying a plan needs. */
export interface DryRunDependencies {
  readonly desk: PlanningDesk;
  readonly channel: Channel;
  readonly rules: PlanRules;
  readonly pauses: Pauses;
}

/** Says what a plan would change, and changes nothing. */
export class DryRun {
  readonly #to: DryRunDependencies;

  constructor(dependencies: DryRunDependencies) {
    this.#to = dependencies;
  }

  /** @param hours how far ahead it is looked */
  readonly run = async (plan: Plan, hours: number): Promise<Outcome> => {
    const { desk, channel, rules, pauses } = this.#to;
    const outlook = await desk.look(plan);
    await pauses.take();
    const from = replanFrom({ ...outlook, plan, rate: channel.rate, rules, isPlanNew: true, isLibraryNew: true });
    await pauses.take();
    const until = framesLater(outlook.now, milliseconds(hours * 3_600_000), channel);
    const { items } = await desk.draw(plan, outlook, from, frames(Math.max(from + 1, until)), rules.atMost);
    const standing = outlook.items.filter(({ startFrame }) => startFrame >= from && startFrame < until);
    const onAir = outlook.items.findLast(({ startFrame }) => startFrame < from);
    return takingTurns(this.#outcome(from, standing, withoutRestOf(onAir, items, from)), pauses);
  };

  /** What is said of a try; it pauses now and then, because there may be tens of thousands of items. */
  *#outcome(from: Frames, standing: readonly PlaylogItem[], items: readonly StretchItem[]): Generator<undefined, Outcome> {
    const last = items.at(-1);
    const changed = difference(standing, items);
    yield;
    const slateFrames = frames(items.reduce((sum, item) => sum + (isSlate(item) ? item.durationFrames : 0), 0));
    const relaxed = relaxedRules(items);
    yield;
    const findings = findingsIn(items).map(({ firstFrame, ...finding }) => ({ ...finding, firstAt: this.#instant(firstFrame) }));
    yield;
    const programmes: Outcome['programmes'] = [];
    for (const { first } of dayProgrammes(items)) {
      const { startFrame, durationFrames, title, startMode } = first;
      programmes.push({ startsAt: this.#instant(startFrame), durationFrames, title, startMode });
      yield;
    }
    const stretch = { from: this.#instant(from), to: this.#instant(last === undefined ? from : endFrame(last)) };
    return { ...stretch, itemCount: items.length, ...changed, slateFrames, relaxed, findings, programmes };
  }

  #instant(frame: Frames): string {
    return new Date(Math.round(frameDueAt(frame, this.#to.channel.rate))).toISOString();
  }
}

/** What is planned, without the rest of a live input that is on air then: it comes as no item of its own. */
function withoutRestOf(onAir: PlaylogItem | undefined, items: readonly StretchItem[], from: Frames): readonly StretchItem[] {
  const [first] = items;
  return onAir !== undefined && first !== undefined && isMoreOf(onAir, first, from) ? items.slice(1) : items;
}

function difference(standing: readonly PlaylogItem[], planned: readonly StretchItem[]) {
  const byStart = new Map(standing.map((item) => [item.startFrame, item]));
  const kept = planned.filter(({ startFrame, assetId, inputId, durationFrames }) => {
    const item = byStart.get(startFrame);
    return item !== undefined && item.assetId === assetId && item.inputId === inputId && item.durationFrames === durationFrames;
  }).length;
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
  for (const item of items) {
    const { explanation, origin, startFrame } = item;
    const rule = explanation.relaxed;
    if (rule === null && !isSlate(item)) continue;
    const daypartId = origin.occurrence?.split('@')[0] ?? null;
    const key = `${daypartId} ${rule}`;
    const { count = 0, firstFrame = startFrame } = findings.get(key) ?? {};
    findings.set(key, { daypartId, rule, count: count + 1, firstFrame });
  }
  return [...findings.values()];
}
