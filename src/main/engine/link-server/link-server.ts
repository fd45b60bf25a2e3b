import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { type Alarm, type EngineStatus, LineReader, type Meters } from '../../../shared/engine-protocol/index.ts';
import type { EngineLog } from '../hub/index.ts';
import { answerLine, type LinkHandlers } from './link-answer.ts';

/** What the link server stands on. */
export interface LinkServerParts {
  readonly path: string;
  readonly handlers: LinkHandlers;
  readonly status: () => EngineStatus;
  /** Calls a listener with the number of each new record, until the returned function is called. */
  readonly onEvidence: (listener: (seq: number) => void) => () => void;
  /** The same for the meters and for alarms. */
  readonly onMeters: (listener: (meters: Meters) => void) => () => void;
  readonly onAlarm: (listener: (alarm: Alarm) => void) => () => void;
  readonly log: EngineLog;
}

/** The consoles count frames on by themselves between two words. */
const STATUS_INTERVAL_MS = 250;
/** What a peer that does not read may have waiting for it. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

/** The local socket that main reaches the engine over. Several may be attached; what they send never harms the air. */
export class LinkServer {
  readonly #parts: LinkServerParts;
  readonly #server: Server;
  readonly #peers = new Set<Socket>();
  #statusTimer: NodeJS.Timeout | null = null;
  #stops: readonly (() => void)[] = [];
  #stopMeters: (() => void) | null = null;

  constructor(parts: LinkServerParts) {
    this.#parts = parts;
    this.#server = createServer((socket) => this.#attach(socket));
  }

  /** Listens, on a path that only this user may open. @throws the system's error. */
  async start(): Promise<void> {
    const { path } = this.#parts;
    const isFile = process.platform !== 'win32';
    if (isFile) await rm(path, { force: true });
    // The mask closes the moment between the making of the socket and its mode.
    const mask = process.umask(0o177);
    try {
      await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(path, () => resolve()));
    } finally {
      process.umask(mask);
    }
    if (isFile) await chmod(path, 0o600);
    this.#server.on('error', (error) => this.#parts.log.error('The link has trouble', { cause: String(error) }));
    this.#stops = [
      this.#parts.onEvidence((seq) => this.#tellAll({ event: 'evidence', data: { seq } })),
      this.#parts.onAlarm((alarm) => this.#tellAll({ event: 'alarm', data: alarm })),
    ];
  }

  /** Ends every connection once what was answered has been sent. */
  async close(): Promise<void> {
    if (this.#statusTimer !== null) clearInterval(this.#statusTimer);
    for (const stop of this.#stops) stop();
    this.#stopMeters?.();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const peer of this.#peers) peer.destroySoon();
    await closed;
  }

  #attach(socket: Socket): void {
    const lines = new LineReader();
    this.#peers.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#detach(socket));
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const line of lines.push(chunk)) void this.#answer(socket, line);
      } catch (error) {
        this.#parts.log.warn('A peer on the link was cut off', { cause: String(error) });
        socket.destroy();
      }
    });
    this.#statusTimer ??= setInterval(() => this.#tellIdle('status', this.#parts.status), STATUS_INTERVAL_MS);
    this.#stopMeters ??= this.#parts.onMeters((meters) => this.#tellIdle('meters', () => meters));
  }

  #detach(socket: Socket): void {
    this.#peers.delete(socket);
    if (this.#peers.size > 0 || this.#statusTimer === null) return;
    clearInterval(this.#statusTimer);
    this.#statusTimer = null;
    this.#stopMeters?.();
    this.#stopMeters = null;
  }

  async #answer(socket: Socket, line: string): Promise<void> {
    const answer = await answerLine(line, this.#parts.handlers, this.#parts.log);
    if (answer === null) socket.destroy();
    else send(socket, `${JSON.stringify(answer)}\n`);
  }

  /** Latest wins: a peer that has not read what was said before is passed over. */
  #tellIdle(event: string, data: () => object): void {
    const idle = [...this.#peers].filter((peer) => peer.writableLength === 0);
    if (idle.length === 0) return;
    const text = `${JSON.stringify({ event, data: data() })}\n`;
    for (const peer of idle) send(peer, text);
  }

  #tellAll(message: object): void {
    const text = `${JSON.stringify(message)}\n`;
    for (const peer of this.#peers) send(peer, text);
  }
}

function send(socket: Socket, text: string): void {
  if (socket.destroyed) return;
  if (socket.writableLength > MOST_WAITING_BYTES) socket.destroy();
  else socket.write(text);
}
