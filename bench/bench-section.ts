/** What a section found: figures that go into the JSON under the section's name, and lines for people. */
export interface BenchResult {
  readonly figures: Readonly<Record<string, number | string>>;
  readonly lines: readonly string[];
}

/** What the caller asked of every section. */
export interface BenchOptions {
  /** How long what is paced by the clock is watched. */
  readonly seconds: number;
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
  /** A folder of the section's own; it is removed afterwards. */
  readonly folder: string;
  /** Ends the section early; it leaves no process. */
  readonly signal: AbortSignal;
  /** Says what goes on meanwhile. */
  readonly tell: (line: string) => void;
}

/** One part of the benchmark. */
export interface BenchSection {
  readonly name: string;
  /** @throws BenchRefused when the figures could not be trusted or the system is not supported; the signal's reason when it is ended */
  readonly run: (options: BenchOptions) => Promise<BenchResult>;
}

/** A section can't give figures here, for a reason that is for people to read. */
export class BenchRefused extends Error {
  override readonly name = 'BenchRefused';
}
