import type { z } from 'zod';

interface Identified {
  readonly id: string;
}

interface PlanReferences {
  readonly dayparts: readonly (Identified & { readonly breaks: string | null })[];
  readonly breakPatterns: readonly Identified[];
}

/** What no schema of a single field can see: ids that come twice, and break patterns that are not there. */
export function checkPlan(plan: PlanReferences, context: Pick<z.core.$RefinementCtx, 'addIssue'>): void {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message, input: plan });
  for (const list of ['dayparts', 'breakPatterns'] as const) {
    const ids = plan[list].map(({ id }) => id);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (twice >= 0) refuse([list, twice, 'id'], 'This id is taken already');
  }
  const patterns = new Set(plan.breakPatterns.map(({ id }) => id));
  const missing = plan.dayparts.findIndex(({ breaks }) => breaks !== null && !patterns.has(breaks));
  if (missing >= 0) refuse(['dayparts', missing, 'breaks'], 'There is no break pattern of that id');
}
