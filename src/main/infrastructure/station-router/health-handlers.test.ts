import { describe, expect, it } from 'vitest';
import { airWith } from './air.fixture.ts';
import { healthOf } from './health-handlers.ts';

describe('the health of a station', () => {
  it('is good when every lamp is lit well, or is off', () => {
    expect(healthOf(airWith({ lamps: { disk: { state: 'off', detail: '' } } }))).toEqual({ status: 'ok', onAir: true, problems: [] });
  });

  it('names the part in trouble, and nothing of what the part said', () => {
    const air = airWith({ lamps: { encoder: { state: 'fault', detail: 'Error opening /secret/place' } } });
    expect(healthOf(air)).toEqual({ status: 'degraded', onAir: true, problems: ['The encoder lamp shows fault'] });
  });

  it('is not good while the channel is off air', () => {
    expect(healthOf(airWith({ mode: 'off-air' }))).toEqual({ status: 'degraded', onAir: false, problems: [] });
  });

  it('claims nothing when the engine is not heard, or was last heard long ago', () => {
    const silent = { status: 'degraded', onAir: false, problems: ['The engine is not heard'] };
    expect(healthOf({ ...airWith({}), isConnected: false })).toEqual(silent);
    expect(healthOf({ ...airWith({}), status: null })).toEqual(silent);
    expect(healthOf({ ...airWith({}), ageMs: 3001 as never })).toEqual(silent);
  });
});
