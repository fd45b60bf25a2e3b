import type { Writable } from 'node:stream';
import type { LiveReader } from './live-stream.ts';

/** A child's stdin as a reader of a live source. */
export function pipeReader(stdin: Writable | null): LiveReader {
  return {
    write: (bytes) => stdin !== null && !stdin.destroyed && stdin.writable && stdin.write(bytes),
    onRoom: (listener) => stdin?.on('drain', listener),
    end: () => stdin?.end(),
  };
}
