import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { closerLookArguments, PICTURE_TICKS } from './observer-arguments.ts';

/** Many times what it takes. */
const LOOK_MS = 3000;
const CHANGE = /^frame:\d+\s+pts:(-?\d+)/gm;

/** What a closer look is made with. */
export interface CloserLookParts {
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  /** Ends the look early. */
  readonly signal: AbortSignal;
}

/**
 * Looks at the pictures of one segment, all that others refer to, in a process of its own. `initial`: what a decoder must read ahead of it; null: nothing.
 * @returns how long after the segment's start the picture changed last, 0 when it did not; null when that could not be seen. Never rejects.
 */
export async function lookCloser(
  segment: Buffer,
  initial: Buffer | null,
  { ffmpegPath, children, signal }: CloserLookParts,
): Promise<Milliseconds | null> {
  const look = new SupervisedProcess({
    name: 'closer look',
    command: ffmpegPath,
    args: closerLookArguments(initial === null ? 'mpegts' : 'mp4'),
    ...{ stdin: 'pipe', stdout: 'pipe', furtherPipes: 0, children },
  });
  const end = () => look.kill();
  const timer = setTimeout(end, LOOK_MS);
  signal.addEventListener('abort', end);
  let said = '';
  look.child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
  });
  if (initial !== null) look.child.stdin?.write(initial);
  look.child.stdin?.end(segment);
  const { code } = await look.exited;
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
  return code === 0 ? lastChange(said) : null;
}

/** The child names the first picture, and each that differs from the one named before. */
function lastChange(said: string): Milliseconds | null {
  const ticks = [...said.matchAll(CHANGE)].map(([, at]) => Number(at));
  const [first, last] = [ticks[0], ticks.at(-1)];
  return first === undefined || last === undefined ? null : milliseconds(((last - first) * 1000) / PICTURE_TICKS);
}
