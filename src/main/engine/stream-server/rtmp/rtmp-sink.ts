import { type Burst, KeyFrameRun, type Sink, type SinkStatus } from '../../hub/index.ts';
import { FlvPackager } from './flv-packager.ts';
import type { MediaMessage } from './media-message.ts';
import type { RtmpPlayer } from './rtmp-player.ts';

/**
 * Hands the stream to those who watch over RTMP. The run since the last key frame is kept as it came, so that a player has
 * a picture at once; it is only unpacked when there is somebody to see it.
 */
export class RtmpSink implements Sink {
  readonly id = 'rtmp';
  readonly type = 'rtmp';
  readonly #players = new Set<RtmpPlayer>();
  readonly #run = new KeyFrameRun();
  #packager = new FlvPackager();
  #bytesSent = 0;
  #state: SinkStatus['state'] = 'starting';

  receive(burst: Burst): void {
    this.#state = 'running';
    this.#run.keep(burst);
    if (this.#players.size === 0) return;
    const messages = this.#packager.package(burst);
    for (const player of this.#players) this.#send(player, messages);
  }

  restart(): void {
    this.#run.forget();
    this.#packager = new FlvPackager();
  }

  /** Begins to feed a player, from the last key frame on. */
  join(player: RtmpPlayer): void {
    const packager = new FlvPackager();
    const messages = this.#run.bursts.flatMap((burst) => packager.package(burst));
    // With nobody else watching, the common packager has not seen what this one has.
    if (this.#players.size === 0) this.#packager = packager;
    const first = messages[0];
    if (first) this.#send(player, [packager.describe(first.timeMs), ...messages]);
    this.#players.add(player);
  }

  /** Stops feeding a player; one that never joined is passed over. */
  leave(player: RtmpPlayer): void {
    this.#players.delete(player);
  }

  status(): SinkStatus {
    const count = this.#players.size;
    const waitingBytes = [...this.#players].reduce((sum, player) => sum + player.waitingBytes, 0);
    const [state, detail, bytesSent] = [this.#state, `${count} watching.`, this.#bytesSent];
    return { id: this.id, type: this.type, state, detail, bytesSent, waitingBytes };
  }

  /** Ends every player's connection. */
  async close(): Promise<void> {
    for (const player of this.#players) player.cut();
    this.#players.clear();
    this.#run.forget();
    this.#state = 'stopped';
  }

  #send(player: RtmpPlayer, messages: readonly MediaMessage[]): void {
    for (const message of messages) this.#bytesSent += player.push(message);
  }
}
