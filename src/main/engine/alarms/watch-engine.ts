import type { EngineStatus, Statistics } from '../../../shared/engine-protocol/index.ts';
import type { AlarmBoard } from './alarm-board.ts';

/** Frames that are made so late, for most of a second, are about to be missed by viewers. */
const LATE_MS = 200;

/** The disk that the engine writes to. */
export interface DiskCondition {
  readonly level: 'well' | 'low' | 'full';
  /** Whether records of what aired wait for it. */
  readonly isEvidenceWaiting: boolean;
}

/** Reports what a second of the engine, its outputs and its disk come to. */
export function watchEngine(alarms: AlarmBoard, second: Statistics, { lamps, sinks }: EngineStatus, disk: DiskCondition): void {
  alarms.report('frames-late', '', second.lateP95Ms > LATE_MS ? 'warning' : null);
  alarms.report('encoder-down', '', lamps.encoder.state === 'fault' ? 'critical' : null);
  const down = sinks.filter(({ state }) => state === 'backing-off').map(({ id }) => id);
  alarms.reportOnly('output-down', down, 'warning');
  alarms.report('disk-low', '', disk.level === 'low' ? 'warning' : null);
  alarms.report('disk-full', '', disk.level === 'full' ? 'critical' : null);
  alarms.report('evidence-waiting', '', disk.isEvidenceWaiting ? 'critical' : null);
}
