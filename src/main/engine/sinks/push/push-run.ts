import type { Writable } from 'node:stream';
import type { Milliseconds } from '../../../../shared/time/index.ts';
import { BoundedFeed, type Burst, type FeedPipe } from '../../hub/index.ts';
import type { ChildRegistry } from '../../processes/child-registry.ts';
import { type ProcessExit, SupervisedProcess } from '../../processes/supervised-process.ts';

/** How long a child may take to say goodbye to the other side. */
const GOODBYE_MS = 2000;
/** While it connects: a little more than FFmpeg's own patience with the network. */
const LONGEST_CONNECTING_MS = 12_000;
/** Once it sends: the other side's buffers have been full for so long already. */
const LONGEST_STALL_MS = 6000;

/** What a push is started with. */
export interface PushCommand {
  readonly name: string;
  readonly ffmpegPath: string;
  readonly args: readonly string[];
  /** Whether the other side comes when it likes, so that waiting for it is no fault. */
  readonly isListener: boolean;
  readonly children: ChildRegistry;
}

/** One life of a push's FFmpeg: started, fed, watched, ended. */
export class PushRun {
  readonly #process: SupervisedProcess;
  readonly #feed: BoundedFeed;
  readonly #isListener: boolean;
  #isSending = false;

  constructor({ name, ffmpegPath, args, isListener, children }: PushCommand) {
    this.#isListener = isListener;
    this.#process = new SupervisedProcess({
      ...{ name, command: ffmpegPath, args, stdin: 'pipe', stdout: 'pipe', furtherPipes: 0, children },
    });
    this.#feed = new BoundedFeed(pipeTo(this.#process.child.stdin));
    this.#process.child.stdout?.on('data', (chunk: Buffer) => this.#hearProgress(chunk));
  }

  /** Settles once, when the child is gone. Never rejects. */
  get exited(): Promise<ProcessExit> {
    return this.#process.exited;
  }

  /** Whether the other side has taken some of the stream. */
  get isSending(): boolean {
    return this.#isSending;
  }

  get bytesTaken(): number {
    return this.#feed.bytesTaken;
  }

  get waitingBytes(): number {
    return this.#feed.waitingBytes;
  }

  receive(burst: Burst, now: Milliseconds): void {
    this.#feed.push(burst, now);
  }

  /** Whether the child takes nothing for so long that it is better started again. */
  isStuck(now: Milliseconds): boolean {
    const stuckMs = this.#feed.stuckFor(now);
    return this.#isSending ? stuckMs > LONGEST_STALL_MS : !this.#isListener && stuckMs > LONGEST_CONNECTING_MS;
  }

  /** Ends the child at once. */
  kill(): void {
    this.#process.kill();
  }

  /** Lets the child send what it has and take its leave, then sees to it that it is gone. */
  async end(): Promise<void> {
    this.#process.child.stdin?.end();
    const patience = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GOODBYE_MS);
      void this.#process.exited.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    await patience;
    if (this.#process.isRunning) await this.#process.stop(GOODBYE_MS);
  }

  /** FFmpeg writes its first header, and only then tells of any time, once it has its other side. */
  #hearProgress(chunk: Buffer): void {
    if (this.#isSending || !/^out_time_us=[1-9]/m.test(chunk.toString('latin1'))) return;
    this.#isSending = true;
    this.#feed.connected();
  }
}

function pipeTo(stdin: Writable | null): FeedPipe {
  return {
    write: (bytes) => stdin !== null && !stdin.destroyed && stdin.write(bytes),
    onRoom: (listener) => stdin?.on('drain', listener),
  };
}
