import type { Output } from '../../../shared/engine-protocol/index.ts';

/** What is to be done so that exactly the wanted outputs run. An output that changed is both in `leaving` and in `joining`. */
export interface OutputChanges {
  readonly leaving: readonly string[];
  readonly joining: readonly Output[];
}

/** Compares what runs with what is wanted. Outputs that are switched off are not wanted; another name alone is no change. */
export function planOutputChanges(running: readonly Output[], wanted: readonly Output[]): OutputChanges {
  const enabled = wanted.filter((output) => output.enabled);
  const stays = (output: Output, others: readonly Output[]) => others.some((other) => runsAlike(output, other));
  return {
    leaving: running.filter((output) => !stays(output, enabled)).map(({ id }) => id),
    joining: enabled.filter((output) => !stays(output, running)),
  };
}

function runsAlike(a: Output, b: Output): boolean {
  return textOf(a) === textOf(b);
}

/** The same text for the same settings, in whatever order they stand. */
function textOf(output: Output): string {
  return JSON.stringify(Object.entries({ ...output, name: '' }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
