import type { LineSink } from '../infrastructure/logging/pino-log.ts';
import type { Places } from './places.ts';
import type { StationOptions } from './station-options.ts';

/** All that a station has to be told to start. */
export interface StationStart {
  readonly options: StationOptions;
  readonly places: Places;
  readonly environment: StationEnvironment;
  /** Where the log goes besides its file. */
  readonly logBeside: LineSink;
}

/** What the environment of the process says; null where it says nothing. */
export interface StationEnvironment {
  readonly adminPassword: string | null;
  readonly ffmpegPath: string | null;
  readonly ffprobePath: string | null;
}

/** Reads the environment. A variable that is empty counts as not set. */
export function readEnvironment(variables: NodeJS.ProcessEnv): StationEnvironment {
  return {
    adminPassword: variables.PERPETUA_ADMIN_PASSWORD || null,
    ffmpegPath: variables.FFMPEG_PATH || null,
    ffprobePath: variables.FFPROBE_PATH || null,
  };
}
