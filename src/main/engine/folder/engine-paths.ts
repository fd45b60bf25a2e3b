import { join } from 'node:path';

/** The files of an engine, all in one folder of the station's data folder. */
export interface EnginePaths {
  readonly folder: string;
  readonly config: string;
  readonly rundown: string;
  readonly position: string;
  readonly children: string;
  readonly address: string;
  readonly lock: string;
  readonly log: string;
  readonly journal: string;
  readonly hls: string;
  /** Where recorders write that were not told another place. */
  readonly recordings: string;
  /** How the engine did, second by second and minute by minute. */
  readonly seconds: string;
  readonly minutes: string;
  readonly alarms: string;
}

/** The engine's files for a data folder. */
export function enginePaths(dataFolder: string): EnginePaths {
  const folder = join(dataFolder, 'engine');
  return {
    folder,
    config: join(folder, 'engine.json'),
    rundown: join(folder, 'rundown.json'),
    position: join(folder, 'position.json'),
    children: join(folder, 'children.json'),
    address: join(folder, 'engine-address.json'),
    lock: join(folder, 'engine.lock'),
    log: join(folder, 'engine.log'),
    journal: join(folder, 'journal'),
    hls: join(folder, 'hls'),
    recordings: join(folder, 'recordings'),
    seconds: join(folder, 'seconds.jsonl'),
    minutes: join(folder, 'minutes.jsonl'),
    alarms: join(folder, 'alarms.json'),
  };
}
