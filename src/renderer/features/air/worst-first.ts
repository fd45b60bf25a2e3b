import type { Alarm } from '../../../shared/engine-protocol/index.ts';

/** Alarms that are still raised: critical before warning, what nobody has seen before what somebody has, latest first. */
export function worstFirst(alarms: readonly Alarm[]): readonly Alarm[] {
  const rank = ({ severity, acknowledged }: Alarm) => (severity === 'critical' ? 0 : 2) + (acknowledged === null ? 0 : 1);
  return alarms.filter(({ clearedAt }) => clearedAt === null).toSorted((a, b) => rank(a) - rank(b) || b.raisedAt - a.raisedAt);
}
