/**
 * Health: how the station does, for people and for their monitors.
 *
 * - The engine measures, watches and remembers; main only asks it and passes its word on.
 * - Figures for Prometheus are open to whoever reaches the API: they hold neither titles nor names, paths or keys.
 */
export { AlarmService } from './alarm-service.ts';
export { HealthQueries } from './health-queries.ts';
