import type { EngineStatus } from '../../shared/engine-protocol/index.ts';
import { frames, milliseconds } from '../../shared/time/index.ts';

const lamp = { state: 'ok', detail: 'Fine' } as const;

/** A status for tests: a channel at 25 fps on auto with nothing wrong, changed as asked. */
export function statusWith(change: Partial<EngineStatus>): EngineStatus {
  return {
    at: milliseconds(0),
    frame: frames(0),
    mode: 'auto',
    rate: '25/1',
    onAir: null,
    next: null,
    rundownRevision: 1,
    rundownEndFrame: null,
    evidenceSeq: 0,
    lamps: { engine: lamp, encoder: lamp, outputs: lamp, disk: lamp, clock: lamp },
    sinks: [],
    inputs: [],
    override: null,
    armed: null,
    statistics: { lateMs: milliseconds(0), maxLateMs: milliseconds(0), underruns: 0, heldFrames: 0, encoderRestarts: 0 },
    second: null,
    alarms: [],
    ...change,
  };
}
