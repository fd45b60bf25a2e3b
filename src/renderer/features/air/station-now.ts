import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { engineTime } from './use-air.ts';

/** The instant by the engine's time of day; by this machine's as long as the engine has not been heard. */
export function stationNow(): Milliseconds {
  return engineTime(steadyNow()) ?? milliseconds(Date.now());
}
