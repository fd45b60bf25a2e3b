import { type Milliseconds, milliseconds } from '../../../../shared/time/index.ts';

const DAY_MS = 86_400_000;

/** A finished recording in a folder. */
export interface Recording {
  readonly name: string;
  /** When its first frame was on air, UTC. */
  readonly startsAt: Milliseconds;
  readonly byteLength: number;
}

/** What recordings are kept. */
export interface Retention {
  readonly keepMs: Milliseconds | null;
  readonly keepBytes: number | null;
}

/** The name of a recording: whose it is, and when its first frame was on air, UTC to the millisecond (`air-20260301T200000.040Z.ts`). */
export function recordingName(id: string, startsAt: Milliseconds): string {
  return `${id}-${new Date(Math.round(startsAt)).toISOString().replace(/[-:]/g, '')}.ts`;
}

/** When the recording of that name began; null for a file that is none of this recorder's. */
export function readRecordingName(id: string, name: string): Milliseconds | null {
  const match = /^(.*)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3}Z)\.ts$/.exec(name);
  if (match === null || match[1] !== id) return null;
  const [, , year, month, day, hour, minute, rest] = match;
  const startsAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${rest}`);
  return Number.isNaN(startsAt) ? null : milliseconds(startsAt);
}

/** A number that is the same for all instants that belong in one recording: lengths are counted from midnight UTC, each day anew. */
export function recordingSlot(instant: Milliseconds, segmentMinutes: number): number {
  const day = Math.floor(instant / DAY_MS);
  const inDay = Math.floor((instant - day * DAY_MS) / (segmentMinutes * 60_000));
  return day * DAY_MS + inDay * segmentMinutes * 60_000;
}

/** The recordings that are not to be kept any more, oldest first. `openBytes`: what is being written, which counts as well. */
export function expiredRecordings(
  recordings: readonly Recording[],
  { keepMs, keepBytes }: Retention,
  now: Milliseconds,
  openBytes: number,
): readonly Recording[] {
  const oldestFirst = oldestRecordingsFirst(recordings);
  let kept = openBytes + oldestFirst.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return oldestFirst.filter(({ byteLength }, index) => {
    // A recording lasts until the next one begins.
    const endsAt = oldestFirst[index + 1]?.startsAt ?? now;
    const isTooOld = keepMs !== null && endsAt < now - keepMs;
    const isTooMuch = keepBytes !== null && kept > keepBytes;
    if (isTooOld || isTooMuch) kept -= byteLength;
    return isTooOld || isTooMuch;
  });
}

/** Recordings in the order they were made. */
export function oldestRecordingsFirst(recordings: readonly Recording[]): readonly Recording[] {
  return [...recordings].sort((a, b) => a.startsAt - b.startsAt);
}
