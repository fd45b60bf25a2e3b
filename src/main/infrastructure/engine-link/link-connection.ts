import { connect, type Socket } from 'node:net';
import { FAILURE_STATUS, type FailureCode } from '../../../shared/contract/failure.ts';
import {
  LINK_CALLS,
  LineReader,
  type LinkMethod,
  type LinkParams,
  type LinkResult,
  linkMessageSchema,
} from '../../../shared/engine-protocol/index.ts';
import type { Log } from '../../application/ports/log.ts';
import { type Answer, granted, type Refusal, refused } from '../../application/refusal.ts';

/** Hears what the engine says unasked. May throw when it makes no sense. */
export type LinkEventHandler = (name: string, data: unknown) => void;

type Waiting = { readonly method: LinkMethod; readonly settle: (answer: Answer<unknown>) => void };

const GONE = refused('ENGINE_UNREACHABLE', 'The link to the engine is gone');

/** One connection to a running engine: requests and answers, one JSON object a line. What the engine says is checked before it is believed. */
export class LinkConnection {
  /** Resolves when the link is gone, for whatever reason. */
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #onEvent: LinkEventHandler;
  readonly #log: Log;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  private constructor(socket: Socket, onEvent: LinkEventHandler, log: Log) {
    this.#socket = socket;
    this.#onEvent = onEvent;
    this.#log = log;
    const reader = new LineReader();
    socket.on('data', (chunk: Buffer) =>
      this.#guarded(() => {
        for (const line of reader.push(chunk)) this.#line(line);
      }),
    );
    socket.on('error', (error) => log.warn('The link to the engine failed', { error }));
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.#abandonAll();
        resolve();
      });
    });
  }

  /** Connects. Answers with null when nobody listens there. */
  static open(path: string, onEvent: LinkEventHandler, log: Log): Promise<LinkConnection | null> {
    return new Promise((resolve) => {
      const socket = connect(path);
      const fail = (): void => resolve(null);
      socket.once('error', fail);
      socket.once('connect', () => {
        socket.off('error', fail);
        resolve(new LinkConnection(socket, onEvent, log));
      });
    });
  }

  /** Asks, and waits for the answer for `timeoutMs` at most. Never throws. */
  readonly call = <M extends LinkMethod>(method: M, params: LinkParams<M>, timeoutMs: number): Promise<Answer<LinkResult<M>>> =>
    new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve(GONE);
      this.#lastId += 1;
      const id = this.#lastId;
      const timer = setTimeout(
        () => this.#settle(id, refused('ENGINE_UNREACHABLE', `The engine did not answer ${method} in ${timeoutMs} ms`)),
        timeoutMs,
      );
      const settle = (answer: Answer<unknown>): void => {
        clearTimeout(timer);
        resolve(answer as Answer<LinkResult<M>>);
      };
      this.#waiting.set(id, { method, settle });
      this.#socket.write(`${JSON.stringify({ id, method, params })}\n`);
    });

  /** Hangs up; the engine goes on. */
  readonly close = (): void => {
    this.#socket.destroy();
  };

  /** A peer that talks nonsense is hung up on, and found again. */
  #guarded(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#log.error('The engine said something that nobody understands', { error });
      this.#socket.destroy();
    }
  }

  #line(line: string): void {
    const message = linkMessageSchema.parse(JSON.parse(line));
    if ('event' in message) this.#onEvent(message.event, message.data);
    else if ('error' in message) this.#settle(message.id, toRefusal(message.error));
    else this.#settle(message.id, this.#checked(message.id, message.result));
  }

  #checked(id: number, result: unknown): Answer<unknown> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return GONE;
    const parsed = LINK_CALLS[waiting.method].result.safeParse(result);
    if (parsed.success) return granted(parsed.data);
    this.#log.error('The engine answered something that nobody understands', { method: waiting.method, error: parsed.error });
    return refused('INTERNAL', `The engine's answer to ${waiting.method} could not be read`);
  }

  #settle(id: number, answer: Answer<unknown>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.settle(answer);
  }

  #abandonAll(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, GONE);
  }
}

/** The engine's codes are the station's; one that is not is a defect of the engine. */
function toRefusal(error: { readonly code: string; readonly message: string }): Refusal {
  const isKnown = Object.hasOwn(FAILURE_STATUS, error.code);
  return isKnown ? refused(error.code as FailureCode, error.message) : refused('INTERNAL', `${error.code}: ${error.message}`);
}
