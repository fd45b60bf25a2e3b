import type { Air } from '../../../shared/contract/air.ts';
import type { AirQueries } from '../../application/air/index.ts';
import type { HealthQueries } from '../../application/health/index.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** What the station's health is judged by. */
export interface HealthServices {
  readonly air: AirQueries;
  readonly queries: HealthQueries;
  readonly version: string;
}

/** Prometheus' text format. */
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** The calls of the health contract. */
export function healthHandlers({ health }: StationImplementer, { air, queries, version }: HealthServices) {
  return {
    healthz: health.healthz.handler(() => ({ ...healthOf(air.get()), version })),
    history: health.history.handler(async ({ input }) => grantedValue(await queries.history(input.grain))),
    metrics: health.metrics.handler(async () => new File([await queries.metrics()], 'metrics.txt', { type: METRICS_TYPE })),
  };
}

/** Older than this the engine's word counts for nothing. */
const STALE_MS = 3_000;

/** Whether a station is well. Says which part is in trouble and no more: anybody may ask. */
export function healthOf({ isConnected, status, ageMs }: Air) {
  if (!isConnected || status === null || ageMs > STALE_MS) {
    return { status: 'degraded' as const, onAir: false, problems: ['The engine is not heard'] };
  }
  const lamps = Object.entries(status.lamps).filter(([, lamp]) => lamp.state === 'warning' || lamp.state === 'fault');
  const problems = lamps.map(([part, lamp]) => `The ${part} lamp shows ${lamp.state}`);
  const onAir = status.mode !== 'off-air';
  return { status: problems.length === 0 && onAir ? ('ok' as const) : ('degraded' as const), onAir, problems };
}
