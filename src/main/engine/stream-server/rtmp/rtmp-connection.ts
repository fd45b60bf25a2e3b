import type { Socket } from 'node:net';
import type { EngineLog } from '../../hub/index.ts';
import { SENT_CHUNK_SIZE, writeChunks } from './chunk-writer.ts';
import type { Publication, PublishDesk } from './publish-desk.ts';
import type { RtmpMessage } from './rtmp-message.ts';
import { type PlayerLink, RtmpPlayer } from './rtmp-player.ts';
import { type MediaReceiver, RtmpSession, type SessionHost } from './rtmp-session.ts';
import type { RtmpSink } from './rtmp-sink.ts';

/** How long a client may take to say what it wants. */
const PATIENCE_MS = 10_000;

/** A client's socket and what stands behind it. */
export interface RtmpConnectionParts {
  readonly socket: Socket;
  readonly sink: RtmpSink;
  readonly playKey: string;
  /** Who takes publishers in; null while nobody does. */
  readonly desk: () => PublishDesk | null;
  readonly log: EngineLog;
  /** For the handshake. */
  readonly random: Buffer;
}

/** Ties one socket to its session and its player. Whatever goes wrong ends this connection and nothing else. */
export class RtmpConnection implements SessionHost, PlayerLink {
  readonly #parts: RtmpConnectionParts;
  readonly #player: RtmpPlayer;
  #isPlaying = false;
  #publication: Publication | null = null;

  constructor(parts: RtmpConnectionParts) {
    this.#parts = parts;
    this.#player = new RtmpPlayer(this);
    const session = new RtmpSession(this, parts.random);
    const { socket, log } = parts;
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', (error) => log.info('An RTMP connection broke', { cause: error.message }));
    socket.on('close', () => this.stop());
    socket.on('data', (bytes) => {
      if (!socket.writableEnded) this.#hear(session, bytes);
    });
  }

  sendRaw(bytes: Buffer): void {
    this.#parts.socket.write(bytes);
  }

  send(message: RtmpMessage): void {
    const { socket } = this.#parts;
    if (socket.destroyed || socket.writableEnded) return;
    socket.cork();
    for (const buffer of writeChunks(message, SENT_CHUNK_SIZE)) socket.write(buffer);
    socket.uncork();
  }

  queuedBytes(): number {
    return this.#parts.socket.writableLength;
  }

  end(): void {
    this.stop();
    this.#parts.socket.end();
  }

  cut(): void {
    this.stop();
    this.#parts.socket.destroy();
  }

  mayPlay(key: string): boolean {
    return key === this.#parts.playKey;
  }

  play(): void {
    if (this.#isPlaying) return;
    this.#isPlaying = true;
    // A player that plays has nothing more to say; its queue tells whether it is still there.
    this.#parts.socket.setTimeout(0);
    this.#parts.sink.join(this.#player);
  }

  publish(key: string): MediaReceiver | string {
    const desk = this.#parts.desk();
    if (desk === null) return 'This station takes no publishers.';
    const answer = desk.open(key);
    if (typeof answer !== 'string') this.#publication = answer;
    return answer;
  }

  stop(): void {
    this.#isPlaying = false;
    this.#publication?.end();
    this.#publication = null;
    this.#parts.sink.leave(this.#player);
  }

  #hear(session: RtmpSession, bytes: Buffer): void {
    try {
      session.receive(bytes);
    } catch (error) {
      this.#parts.log.info('An RTMP client was cut off', { cause: String(error) });
      this.cut();
    }
  }
}
