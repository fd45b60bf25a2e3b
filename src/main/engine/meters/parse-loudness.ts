import { LEAST_LEVEL_DBFS, type Loudness } from '../../../shared/engine-protocol/index.ts';

const LINE = /^lavfi\.r128\.([MSI])=(\S+)/;
const NAMES = { M: 'momentary', S: 'shortTerm', I: 'integrated' } as const;

/** Reads a line that FFmpeg's `ebur128` filter had `ametadata` print, in LUFS; null when it tells none of the three. */
export function parseLoudness(line: string): Partial<Loudness> | null {
  const [, key, text] = LINE.exec(line) ?? [];
  if (key === undefined) return null;
  const value = Number(text);
  // Silence has no loudness: FFmpeg says so in several ways.
  return { [NAMES[key as keyof typeof NAMES]]: Number.isFinite(value) ? Math.max(LEAST_LEVEL_DBFS, value) : LEAST_LEVEL_DBFS };
}
