import type { AirQueries } from '../application/air/index.ts';
import { AlarmService, HealthQueries } from '../application/health/index.ts';
import type { Engine } from '../application/ports/engine.ts';
import { SystemFigures } from '../infrastructure/system/system-figures.ts';
import { VERSION } from '../version.ts';
import type { StationFoundation } from './station-foundation.ts';

/** How the station does: its history, its alarms, and figures for monitors. */
export function healthFeatures({ unitOfWork, reader, clock, closings }: StationFoundation, engine: Engine, air: AirQueries) {
  const figures = new SystemFigures(reader);
  closings.add('figures', figures.stop);
  return {
    health: new HealthQueries({ engine, air, figures, unitOfWork, clock, version: VERSION }),
    alarms: new AlarmService(engine),
  };
}
