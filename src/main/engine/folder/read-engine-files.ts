import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { framesSchema } from '../../../shared/contract/index.ts';
import {
  type Alarm,
  alarmSchema,
  type EngineConfig,
  engineConfigSchema,
  overrideSchema,
  rundownSchema,
} from '../../../shared/engine-protocol/index.ts';
import { findRundownFault } from '../../domain/playout/index.ts';
import type { RundownState } from '../channel/channel-parts.ts';
import type { AirPosition } from '../evidence/recover-air.ts';
import type { EngineLog } from '../hub/index.ts';

const rundownStateSchema = z.object({ rundown: rundownSchema, changedAtSeq: z.int(), override: overrideSchema.nullable().default(null) });
const positionSchema = z.object({ frame: framesSchema, airingId: z.string(), heldFrames: framesSchema, slatedFrames: framesSchema });

const EMPTY: RundownState = { rundown: { revision: 0, items: [], filler: [] }, changedAtSeq: 0, override: null };

/** How the engine is to run: as its file says, or as is usual when there is none or it makes no sense. */
export async function readEngineConfig(path: string, log: EngineLog): Promise<EngineConfig> {
  return (await readJson(path, engineConfigSchema, log)) ?? engineConfigSchema.parse({});
}

/** The rundown as the last engine left it; an empty one when there is none, or none that could be aired. */
export async function readRundownState(path: string, log: EngineLog): Promise<RundownState> {
  const state = await readJson(path, rundownStateSchema, log);
  if (state === null) return EMPTY;
  const fault = findRundownFault(state.rundown);
  if (fault === null) return state;
  log.error('The kept rundown can not be aired', { ...fault });
  return { ...EMPTY, override: state.override };
}

/** The last frame that is known to have been aired; null when none is. */
export function readAirPosition(path: string, log: EngineLog): Promise<AirPosition | null> {
  return readJson(path, positionSchema, log);
}

/** The alarms that the last engine kept, oldest first. */
export async function readAlarms(path: string, log: EngineLog): Promise<readonly Alarm[]> {
  return (await readJson(path, z.array(alarmSchema), log)) ?? [];
}

async function readJson<T>(path: string, schema: z.ZodType<T>, log: EngineLog): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.error('A file of the engine can not be read', { path, cause: String(error) });
    return null;
  }
}
