import { access, constants } from 'node:fs/promises';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { type MediaOpening, openingArguments, parseOpening } from './media-opening.ts';
import type { SourceFailure } from './producer.ts';

const LONGEST_LOOK_MS = 15_000;
const MOST_OUTPUT = 100_000;

/** Looks at a media file before it is decoded: what the decoder must know, or why the file can't be aired. */
export async function readMediaOpening(
  path: string,
  hasPicture: boolean,
  tools: { readonly ffmpegPath: string; readonly children: ChildRegistry },
): Promise<MediaOpening | SourceFailure> {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    return { reason: 'media-missing', detail: (error as NodeJS.ErrnoException).code ?? 'not readable' };
  }
  const args = openingArguments(path, hasPicture);
  const { ffmpegPath: command, children } = tools;
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
  return parseOpening(stdout, stderr) ?? { reason: 'media-corrupt', detail: exit.lastWords.at(-1) ?? 'no packet in the file' };
}
