import { access, constants, stat } from 'node:fs/promises';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { type MediaOpening, openingArguments, parseOpening } from './media-opening.ts';
import type { SourceFailure } from './producer.ts';

const LONGEST_LOOK_MS = 15_000;
const MOST_OUTPUT = 100_000;

const MOST_REMEMBERED = 1000;

/** What it takes to look at media files: an FFmpeg, and what was seen before. */
export interface OpeningTools {
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  /** Of the sound that is rather aired, ISO 639-2; null: any. */
  readonly audioLanguage: string | null;
  /** Openings by file, size and time of change: a spot that airs every hour is looked at once. */
  readonly openings: Map<string, MediaOpening>;
}

/** Looks at a media file before it is decoded: what the decoder must know, or why the file can't be aired. */
export async function readMediaOpening(path: string, hasPicture: boolean, tools: OpeningTools): Promise<MediaOpening | SourceFailure> {
  let key: string;
  try {
    await access(path, constants.R_OK);
    const { size, mtimeMs } = await stat(path);
    key = JSON.stringify([path, hasPicture, size, mtimeMs]);
  } catch (error) {
    return { reason: 'media-missing', detail: (error as NodeJS.ErrnoException).code ?? 'not readable' };
  }
  const known = tools.openings.get(key);
  if (known !== undefined) return known;
  const opening = await look(path, hasPicture, tools);
  if (!('reason' in opening)) remember(tools.openings, key, opening);
  return opening;
}

function remember(openings: Map<string, MediaOpening>, key: string, opening: MediaOpening): void {
  const [oldest] = openings.keys();
  if (openings.size >= MOST_REMEMBERED && oldest !== undefined) openings.delete(oldest);
  openings.set(key, opening);
}

async function look(path: string, hasPicture: boolean, tools: OpeningTools): Promise<MediaOpening | SourceFailure> {
  const args = openingArguments(path, hasPicture);
  const { ffmpegPath: command, children, audioLanguage } = tools;
  const look = new SupervisedProcess({ name: 'look', command, args, stdin: 'ignore', stdout: 'pipe', furtherPipes: 0, children });
  let stdout = '';
  let stderr = '';
  look.child.stdout?.on('data', (chunk: Buffer) => {
    stdout = (stdout + chunk.toString()).slice(0, MOST_OUTPUT);
  });
  look.child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(0, MOST_OUTPUT);
  });
  const limit = setTimeout(() => look.kill(), LONGEST_LOOK_MS);
  const exit = await look.exited;
  clearTimeout(limit);
  if (exit.failure !== null) return { reason: 'decoder-lost', detail: exit.failure };
  return (
    parseOpening(stdout, stderr, audioLanguage) ?? { reason: 'media-corrupt', detail: exit.lastWords.at(-1) ?? 'no packet in the file' }
  );
}
