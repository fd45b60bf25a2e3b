import type { Air } from '../../../shared/contract/air.ts';
import type { EngineStatus, Lamp } from '../../../shared/engine-protocol/index.ts';
import { frames, milliseconds } from '../../../shared/time/index.ts';

/** What differs from an air on which all is well. */
export interface AirDifference {
  readonly mode?: EngineStatus['mode'];
  readonly lamps?: Partial<EngineStatus['lamps']>;
}

const WELL: Lamp = { state: 'ok', detail: '' };

/** The air of a channel that plays by its schedule, well but for the difference. For tests. */
export function airWith({ mode = 'auto', lamps = {} }: AirDifference): Air {
  const status: EngineStatus = {
    at: milliseconds(0),
    frame: frames(100),
    mode,
    rate: '25/1',
    onAir: null,
    next: null,
    rundownRevision: 1,
    rundownEndFrame: null,
    evidenceSeq: 1,
    lamps: { engine: WELL, encoder: WELL, outputs: WELL, disk: WELL, clock: WELL, ...lamps },
    sinks: [],
    inputs: [],
    override: null,
    armed: null,
    statistics: { lateMs: milliseconds(0), maxLateMs: milliseconds(0), underruns: 0, heldFrames: 0, encoderRestarts: 0 },
    second: null,
    alarms: [],
  };
  return { isConnected: true, ageMs: milliseconds(10), status, addresses: null, channelName: 'Test' };
}
