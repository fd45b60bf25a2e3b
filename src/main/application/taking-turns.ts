import type { Pauses } from './ports/pauses.ts';

/** Carries out work that stops at every small step, and lets everybody else have a turn whenever one is due. @returns what the work comes to */
export async function takingTurns<T>(work: Generator<unknown, T>, pauses: Pauses): Promise<T> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (pauses.isDue()) await pauses.take();
  }
}
