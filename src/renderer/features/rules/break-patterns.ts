import type { BreakPattern, Plan } from '../../../shared/contract/index.ts';
import { freeId } from '../../ui/free-id.ts';

/** A part of a pod recipe. */
export type PodPart = BreakPattern['pod'][number];

/** The parts that a pod can be made of, in the order in which they usually air. */
export const POD_PARTS = ['bumper', 'spots', 'promo', 'station-id'] as const satisfies readonly PodPart[];

/** The parts in words. */
export const POD_PART_NAMES: Readonly<Record<PodPart, string>> = {
  bumper: 'Bumper',
  spots: 'Spots',
  promo: 'Promo',
  'station-id': 'Station ID',
};

/** A recipe holds so many parts at most. */
export const MOST_POD_PARTS = 20;

/** A new pattern after the others: three minutes between programmes. */
export function newBreakPattern({ breakPatterns }: Pick<Plan, 'breakPatterns'>): BreakPattern {
  return {
    id: freeId(breakPatterns, 'breaks'),
    name: 'New pattern',
    between: true,
    inside: { type: 'none' },
    lengthSeconds: 180,
    mostSpots: 10,
    pod: ['bumper', 'spots', 'promo', 'station-id', 'bumper'],
  };
}

/** The plan with one break pattern changed. */
export function withBreakPattern(plan: Plan, pattern: BreakPattern): Plan {
  return { ...plan, breakPatterns: plan.breakPatterns.map((each) => (each.id === pattern.id ? pattern : each)) };
}

/** The plan without a break pattern; the dayparts that had it have no breaks then. */
export function withoutBreakPattern(plan: Plan, id: string): Plan {
  return {
    ...plan,
    breakPatterns: plan.breakPatterns.filter((each) => each.id !== id),
    dayparts: plan.dayparts.map((each) => (each.breaks === id ? { ...each, breaks: null } : each)),
  };
}

/** The names of the dayparts that have a break pattern. */
export function daypartsWith({ dayparts }: Pick<Plan, 'dayparts'>, patternId: string): readonly string[] {
  return dayparts.filter(({ breaks }) => breaks === patternId).map(({ name }) => name);
}

/** When a pattern's breaks come, in a few words. */
export function breakPatternWords({ between, inside }: Pick<BreakPattern, 'between' | 'inside'>): string {
  const within = insideWords(inside);
  if (!between) return within ?? 'No breaks';
  return within === null ? 'Between programmes' : `Between programmes, ${within.toLowerCase()}`;
}

/** A length of seconds as `M:SS`. */
export function breakLengthWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function insideWords(inside: BreakPattern['inside']): string | null {
  switch (inside.type) {
    case 'none':
      return null;
    case 'markers':
      return 'At markers';
    case 'every':
      return `Every ${inside.minutes} min`;
  }
}
