import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../shared/time/index.ts';
import { expiredRecordings, type Recording, readRecordingName, recordingName, recordingSlot } from './recording.ts';

const at = (text: string) => milliseconds(Date.parse(text));
const HOUR = 3_600_000;
const recording = (hour: number, byteLength = 100): Recording => ({ name: `${hour}`, startsAt: milliseconds(hour * HOUR), byteLength });
const expired = (recordings: readonly Recording[], keepHours: number | null, keepBytes: number | null, nowHour: number, openBytes = 0) =>
  expiredRecordings(
    recordings,
    { keepMs: keepHours === null ? null : milliseconds(keepHours * HOUR), keepBytes },
    milliseconds(nowHour * HOUR),
    openBytes,
  ).map(({ name }) => name);

describe('recording names', () => {
  it('tell whose they are and when they began, there and back', () => {
    const name = recordingName('air-log', at('2026-03-01T20:00:00.040Z'));
    expect(name).toBe('air-log-20260301T200000.040Z.ts');
    expect(readRecordingName('air-log', name)).toBe(at('2026-03-01T20:00:00.040Z'));
  });

  it.each(['air-20260301T200000.040Z.ts', 'air-log-20260301T200000.040Z.ts.part', 'air-log-20269901T200000.040Z.ts', 'holiday.ts'])(
    'are not seen in %s',
    (name) => {
      expect(readRecordingName('air-log', name)).toBeNull();
    },
  );
});

describe('recordingSlot', () => {
  it('changes on the hour for hours', () => {
    expect(recordingSlot(at('2026-03-01T20:59:59.999Z'), 60)).toBe(at('2026-03-01T20:00:00Z'));
    expect(recordingSlot(at('2026-03-01T21:00:00Z'), 60)).toBe(at('2026-03-01T21:00:00Z'));
  });

  it('begins anew at midnight for lengths that do not fill a day', () => {
    expect(recordingSlot(at('2026-03-01T23:59:00Z'), 7 * 60)).toBe(at('2026-03-01T21:00:00Z'));
    expect(recordingSlot(at('2026-03-02T00:01:00Z'), 7 * 60)).toBe(at('2026-03-02T00:00:00Z'));
  });
});

describe('expiredRecordings', () => {
  it('keeps all when nothing says otherwise', () => {
    expect(expired([recording(1), recording(2)], null, null, 1000)).toEqual([]);
  });

  it('lets go of what ended too long ago, not of what only began then', () => {
    expect(expired([recording(3), recording(1), recording(2)], 2, null, 5)).toEqual(['1']);
  });

  it('lets go of the oldest when there is too much, what is being written included', () => {
    expect(expired([recording(1), recording(2), recording(3)], null, 300, 4)).toEqual([]);
    expect(expired([recording(1), recording(2), recording(3)], null, 300, 4, 50)).toEqual(['1']);
    expect(expired([recording(1), recording(2), recording(3)], null, 10, 4, 50)).toEqual(['1', '2', '3']);
  });
});
