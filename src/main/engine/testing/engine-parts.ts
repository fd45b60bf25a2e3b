import type { EngineLog } from '../hub/index.ts';
import { AbsentProducer } from '../inputs/absent-producer.ts';
import type { LiveInputs } from '../inputs/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import type { DecoderTools } from '../producers/file-producer.ts';
import { FilterList } from '../producers/filter-list.ts';
import { type FrameFormat, pictureBytes } from '../producers/frame-format.ts';
import { FramePool } from '../producers/picture-frame.ts';
import type { PublishDesk } from '../stream-server/rtmp/index.ts';

/** A log that nobody reads. */
export const silentLog: EngineLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** No live inputs. */
export const NO_INPUTS: LiveInputs = { produce: () => new AbsentProducer(), find: () => null, statuses: () => [] };

/** Nobody may publish. */
export const NO_PUBLISHERS: PublishDesk = { open: () => 'There is no such input.' };

/** A registry that remembers who is alive, so that a test can tell that nobody is left. */
export class LivingChildren implements ChildRegistry {
  readonly pids = new Set<number>();
  readonly #names = new Map<number, string>();

  started(pid: number, name: string): void {
    this.pids.add(pid);
    this.#names.set(pid, name);
  }

  /** The living ones of a name, oldest first. */
  named(name: string): readonly number[] {
    return [...this.pids].filter((pid) => this.#names.get(pid) === name);
  }

  ended(pid: number): void {
    this.pids.delete(pid);
  }
}

/** What file producers need, for tests. */
export function decoderTools(format: FrameFormat, children: ChildRegistry = new LivingChildren()): DecoderTools {
  const pool = new FramePool(pictureBytes(format), 50);
  const soundCard = pool.take();
  soundCard.bytes.fill(90);
  const ffmpegPath = process.env.FFMPEG_PATH ?? 'ffmpeg';
  const filters = new FilterList(ffmpegPath, children);
  return { format, pool, ffmpegPath, children, audioLanguage: null, openings: new Map(), filters, log: silentLog, soundCard };
}
