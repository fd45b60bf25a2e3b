import type { EngineLog } from '../engine-log.ts';

/** A log that keeps what was written, for a test to look at. */
export interface KeptLog extends EngineLog {
  readonly lines: readonly string[];
}

/** Makes an empty one. */
export function keepLog(): KeptLog {
  const lines: string[] = [];
  const write = (level: string) => (message: string, detail?: object) => {
    lines.push(`${level} ${message} ${JSON.stringify(detail ?? {})}`);
  };
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
