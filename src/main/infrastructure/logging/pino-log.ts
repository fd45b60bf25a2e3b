import { type Logger, multistream, pino, type StreamEntry } from 'pino';
import type { Log, LogDetails } from '../../application/ports/log.ts';
import type { RotatingFile } from './rotating-file.ts';

/** Somewhere a finished line of the log goes. */
export interface LineSink {
  readonly write: (line: string) => void;
}

const REDACTED = ['password', 'token', 'authorization', '*.password', '*.token', '*.authorization'];

/** The log as lines of JSON, to the station's log file and to another sink (stderr) beside it. Never to stdout, which speaks to machines. */
export class PinoLog implements Log {
  readonly #pino: Logger;

  constructor(file: RotatingFile, beside: LineSink) {
    const streams: StreamEntry[] = [{ stream: file }, { stream: beside }];
    const options = { base: { main: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, redact: REDACTED };
    this.#pino = pino({ ...options, serializers: { error: pino.stdSerializers.err } }, multistream(streams));
  }

  readonly info = (message: string, details: LogDetails): void => this.#pino.info(details, message);

  readonly warn = (message: string, details: LogDetails): void => this.#pino.warn(details, message);

  readonly error = (message: string, details: LogDetails): void => this.#pino.error(details, message);
}
