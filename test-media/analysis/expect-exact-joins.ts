import type { StreamReport } from './stream-report.ts';

/** Frames [from, to) of a clip that must follow each other on air. */
export interface ExpectedRun {
  readonly clipId: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Checks that a viewer got exactly these runs and nothing else: no frame repeated, dropped, foreign, black or unreadable, and no hole
 * in the times of picture or sound.
 * @throws Error that lists everything that is wrong.
 */
export function expectExactJoins(report: StreamReport, expected: readonly ExpectedRun[]): void {
  const faults = joinFaults(report, expected);
  if (faults.length > 0) throw new Error(`The stream is not exact:\n${faults.join('\n')}`);
}

/** What keeps a stream from being exactly the expected runs, in words; empty when nothing does. */
export function joinFaults(report: StreamReport, expected: readonly ExpectedRun[]): readonly string[] {
  return [
    ...runFaults(report, expected),
    ...report.repeats.map(({ ptsMs, clipId, frameNumber }) => `repeated: ${clipId}:${frameNumber} at ${ptsMs.toFixed(0)} ms`),
    ...report.jumps.map(({ ptsMs, clipId, due, got }) => `jump: ${clipId}:${due} was due, got ${got} at ${ptsMs.toFixed(0)} ms`),
    ...foreignFaults(report, expected),
    ...report.uncoded.map(({ kind, firstPtsMs, frames }) => `${kind}: ${frames} frames from ${firstPtsMs.toFixed(0)} ms`),
    ...report.timeBreaks.map(({ ptsMs, offMs }) => `time break: ${offMs.toFixed(1)} ms off at ${ptsMs.toFixed(0)} ms`),
    ...(report.sound?.holes ?? []).map(({ fromMs, toMs }) => `sound hole: ${fromMs.toFixed(1)} to ${toMs.toFixed(1)} ms`),
  ];
}

function runFaults({ runs }: StreamReport, expected: readonly ExpectedRun[]): readonly string[] {
  return Array.from({ length: Math.max(runs.length, expected.length) }).flatMap((_, index) => {
    const got = describe(runs[index]);
    const due = describe(expected[index]);
    return got === due ? [] : [`run ${index}: expected ${due}, got ${got}`];
  });
}

function foreignFaults({ runs }: StreamReport, expected: readonly ExpectedRun[]): readonly string[] {
  const known = new Set(expected.map(({ clipId }) => clipId));
  return runs
    .filter(({ clipId }) => !known.has(clipId))
    .map((run) => `foreign: ${describe(run)}, ${run.frames} frames at ${run.firstPtsMs.toFixed(0)} ms`);
}

function describe(run: ExpectedRun | undefined): string {
  return run ? `${run.clipId}:[${run.from}, ${run.to})` : 'nothing';
}
