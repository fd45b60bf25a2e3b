import { describe, expect, it } from 'vitest';
import type { Alarm } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { AlarmBoard, MOST_ALARMS } from './alarm-board.ts';

function board(kept: readonly Alarm[] = []) {
  const time = { now: 1_000_000 };
  const told: string[] = [];
  const saved: (readonly Alarm[])[] = [];
  let ids = 0;
  const alarms = new AlarmBoard({
    memory: { save: (all) => saved.push(all) },
    kept,
    now: () => milliseconds(time.now),
    newId: () => `alarm-${ids++}`,
  });
  alarms.listen(({ id, severity, clearedAt, acknowledged }) => {
    told.push([id, severity, clearedAt === null ? 'raised' : 'cleared', ...(acknowledged === null ? [] : ['seen'])].join(' '));
  });
  return { alarms, time, told, saved };
}

describe('the alarm board', () => {
  it('raises once, grows worse but never better, and clears once', () => {
    const { alarms, time, told, saved } = board();
    for (const severity of [null, 'warning', 'warning', 'critical', 'warning', null, null] as const) {
      time.now += 1000;
      alarms.report('picture-black', '', severity);
    }
    expect(told).toEqual(['alarm-0 warning raised', 'alarm-0 critical raised', 'alarm-0 critical cleared']);
    expect(alarms.alarms).toMatchObject([{ raisedAt: 1_002_000, clearedAt: 1_006_000, severity: 'critical' }]);
    expect(alarms.raised).toEqual([]);
    expect(saved.at(-1)).toEqual(alarms.alarms);
  });

  it('takes what comes back within ten seconds for the same trouble, later for a new one', () => {
    const { alarms, time } = board();
    alarms.report('sound-silent', '', 'warning');
    alarms.report('sound-silent', '', null);
    time.now += 9_000;
    alarms.report('sound-silent', '', 'warning');
    expect(alarms.alarms).toMatchObject([{ id: 'alarm-0', raisedAt: 1_000_000, clearedAt: null }]);
    alarms.report('sound-silent', '', null);
    time.now += 11_000;
    alarms.report('sound-silent', '', 'warning');
    expect(alarms.alarms.map(({ id }) => id)).toEqual(['alarm-0', 'alarm-1']);
  });

  it('tells outputs apart, and clears those that are not in trouble any more', () => {
    const { alarms } = board();
    alarms.reportOnly('output-down', ['hall', 'web'], 'warning');
    alarms.reportOnly('output-down', ['web'], 'warning');
    expect(alarms.raised.map(({ subject }) => subject)).toEqual(['web']);
    alarms.reportOnly('output-down', [], 'warning');
    expect(alarms.raised).toEqual([]);
  });

  it('notes the first who has seen an alarm', () => {
    const { alarms, told } = board();
    alarms.report('stream-late', '', 'critical');
    expect(alarms.acknowledge('alarm-0', 'anna')).toMatchObject({ acknowledged: { by: 'anna', at: 1_000_000 } });
    expect(alarms.acknowledge('alarm-0', 'ben')).toMatchObject({ acknowledged: { by: 'anna' } });
    expect(alarms.acknowledge('no-such', 'ben')).toBe(null);
    expect(told).toEqual(['alarm-0 critical raised', 'alarm-0 critical raised seen']);
  });

  it('keeps the newest only, and takes what an engine before had raised for over', () => {
    const { alarms, time } = board();
    for (let count = 0; count < MOST_ALARMS + 3; count++) {
      time.now += 60_000;
      alarms.report('stream-late', '', 'critical');
      if (count < MOST_ALARMS + 2) alarms.report('stream-late', '', null);
    }
    expect(alarms.alarms).toHaveLength(MOST_ALARMS);
    expect(alarms.alarms[0]?.id).toBe('alarm-3');
    const again = board(alarms.alarms);
    expect(alarms.raised).toHaveLength(1);
    expect(again.alarms.raised).toEqual([]);
    expect(again.alarms.alarms).toHaveLength(MOST_ALARMS);
  });
});
