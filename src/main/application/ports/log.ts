/** What goes with a line of the log, by name. Never a password or a token. */
export type LogDetails = Readonly<Record<string, unknown>>;

/** Where the station writes down what happened, for the people who look after it. */
export interface Log {
  /** Something that an engineer may want to know afterwards. */
  readonly info: (message: string, details: LogDetails) => void;
  /** Something is wrong, and the station carries on. */
  readonly warn: (message: string, details: LogDetails) => void;
  /** Something failed. An `error` among the details is written with its stack. */
  readonly error: (message: string, details: LogDetails) => void;
}
