import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { LinkMethod, LinkParams, LinkResult } from '../../../shared/engine-protocol/index.ts';

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** A plain peer of the link, for tests: one call after the other, and the events that came. */
export class LinkClient {
  readonly events: { readonly event: string; readonly data: never }[] = [];
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  constructor(path: string) {
    this.#socket = connect(path);
    this.#socket.on('error', () => undefined);
    const lines = createInterface({ input: this.#socket });
    lines.on('error', () => undefined);
    lines.on('line', (line) => this.#hear(JSON.parse(line)));
  }

  /** Connects to the engine whose address stands in a file. */
  static async to(addressPath: string): Promise<LinkClient> {
    return new LinkClient(JSON.parse(await readFile(addressPath, 'utf8')).socket);
  }

  /** Makes a call. @throws Error with the code of a refusal. */
  async call<M extends LinkMethod>(method: M, params: LinkParams<M>): Promise<LinkResult<M>> {
    const answer = await this.request(method, params);
    if (answer.error !== undefined) throw new Error(answer.error.code);
    return answer.result as LinkResult<M>;
  }

  /** Makes a call, right or wrong, and gives the answer as it came. */
  request(method: string, params: unknown): Promise<Answer> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.write(`${JSON.stringify({ id, method, params })}\n`);
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** Sends whatever it is given. */
  write(text: string): void {
    this.#socket.write(text);
  }

  /** Settles when the engine has closed the connection. */
  closed(): Promise<void> {
    return this.#socket.closed ? Promise.resolve() : new Promise((resolve) => this.#socket.once('close', () => resolve()));
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(message: { id?: number; event?: string; data?: never } & Answer): void {
    if (message.event !== undefined) this.events.push({ event: message.event, data: message.data as never });
    else if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
  }
}
