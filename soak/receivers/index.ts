/**
 * Receivers that others wrote, put at the ends of the channel's outputs: what the channel sends must please them, not only our own reader. Each is
 * optional: one that the machine does not have is named as not taking part. They never judge the engine's timing, only what they got.
 */
import type { Output, StreamAddresses } from '../../src/shared/engine-protocol/index.ts';
import { ffprobeHls } from './ffprobe-hls.ts';
import { hlsJsBrowser } from './hls-js-browser.ts';
import { mpvPlayer } from './mpv-player.ts';
import { nginxRtmp } from './nginx-rtmp.ts';
import type { Receiver, ReceiverFinding } from './receiver.ts';
import { srtListener } from './srt-listener.ts';

export type { ReceiverFinding, ShownReading } from './receiver.ts';

/** What receivers need: a folder for what they write, and the programs of FFmpeg. */
export interface ReceiverTools {
  readonly folder: string;
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
}

/** All receivers of a soak. */
export class Receivers {
  readonly #present: readonly Receiver[];
  readonly #absent: readonly ReceiverFinding[];
  #findings: Promise<readonly ReceiverFinding[]> | null = null;

  private constructor(all: readonly (Receiver | ReceiverFinding)[]) {
    this.#present = all.filter((one): one is Receiver => 'watch' in one);
    this.#absent = all.filter((one): one is ReceiverFinding => !('watch' in one));
  }

  /** No receivers. */
  static none(): Receivers {
    return new Receivers([]);
  }

  /** Opens every receiver that the machine has. */
  static async open({ folder, ffmpegPath, ffprobePath }: ReceiverTools): Promise<Receivers> {
    return new Receivers([
      await nginxRtmp(folder, ffprobePath),
      await srtListener(folder, ffmpegPath, ffprobePath),
      ffprobeHls(ffprobePath),
      await mpvPlayer(),
      await hlsJsBrowser(),
    ]);
  }

  /** What the engine is to push to them. */
  get outputs(): readonly Output[] {
    return this.#present.flatMap(({ output }) => (output === null ? [] : [output]));
  }

  /** Lets those that fetch for themselves begin. */
  async watch(addresses: StreamAddresses): Promise<void> {
    await Promise.all(this.#present.map((receiver) => receiver.watch(addresses)));
  }

  /** Ends all of them; once, however often it is asked. */
  finish(): Promise<readonly ReceiverFinding[]> {
    this.#findings ??= this.#finish();
    return this.#findings;
  }

  async #finish(): Promise<readonly ReceiverFinding[]> {
    return [...(await Promise.all(this.#present.map((receiver) => receiver.finish()))), ...this.#absent];
  }
}
