import { describe, expect, it } from 'vitest';
import { statisticsSchema } from '../../../shared/engine-protocol/index.ts';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { formatMetrics, type MetricsSource } from './format-metrics.ts';

const WELL = { state: 'ok', detail: '' } as const;

const SOURCE: MetricsSource = {
  air: {
    isConnected: true,
    ageMs: milliseconds(10),
    addresses: null,
    channelName: 'Secret name',
    status: {
      at: milliseconds(0),
      frame: frames(1000),
      mode: 'auto',
      rate: '30000/1001',
      onAir: null,
      next: null,
      override: null,
      armed: null,
      rundownRevision: 1,
      rundownEndFrame: frames(31_000),
      evidenceSeq: 1,
      lamps: { engine: WELL, encoder: { state: 'fault', detail: '/secret/path' }, outputs: WELL, disk: WELL, clock: WELL },
      sinks: [{ id: 'hls', type: 'hls', state: 'running', detail: '', bytesSent: 4200, waitingBytes: 188 }],
      inputs: [],
      statistics: { lateMs: milliseconds(1), maxLateMs: milliseconds(9), underruns: 3, heldFrames: 7, encoderRestarts: 1 },
      second: statisticsSchema.parse({
        ...{ at: 0, spanMs: 1000, frames: 30, lateMaxMs: 12, lateP95Ms: 4, heldFrames: 0, underruns: 0, standInFrames: 0, cueMaxMs: null },
        ...{ openItems: 2, decoderSpeed: 1, encoderSpeed: 0.967, encoderQueueFrames: 1, encoderInsideFrames: 9, encoderRestarts: 0 },
        ...{ bitrateKbps: 3100, recordingKbps: 0, sinksRunning: 1, sinksTroubled: 0, loudnessLufs: null, engineCpu: 0.04 },
        ...{ engineRssBytes: 1000, heapUsedBytes: 500, children: 3, childrenCpu: 0.4, childrenRssBytes: 2000, diskFreeBytes: 5 },
      }),
      alarms: [
        {
          ...{ id: 'a', code: 'picture-black', subject: '', severity: 'critical', clearedAt: null, acknowledged: null },
          raisedAt: milliseconds(40_000),
        },
      ],
    },
  },
  assets: new Map([
    ['bin', 2],
    ['ready', 40],
  ]),
  loopLag: { maxSeconds: 0.25, p99Seconds: 0.01 },
  mainMemory: { rssBytes: 123_456, heapUsedBytes: 60_000, heapTotalBytes: 80_000, externalBytes: 7_000 },
  plannedUntil: milliseconds(172_860_000),
  now: milliseconds(60_000),
  version: '1.0 "beta"',
};

describe('the metrics', () => {
  it('are what Prometheus reads: each name with its help and kind, then its samples', () => {
    const text = formatMetrics(SOURCE);
    const line =
      /^(# HELP [a-z_]+ .+|# TYPE [a-z_]+ (gauge|counter)|[a-z_]+(\{[a-z]+="(\\.|[^"\\])*"(,[a-z]+="(\\.|[^"\\])*")*\})? -?[0-9.e+-]+)$/;
    expect(text.endsWith('\n')).toBe(true);
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter((told) => !line.test(told)),
    ).toEqual([]);
    for (const sample of [
      'perpetua_info{version="1.0 \\"beta\\""} 1',
      'perpetua_library_assets{lifecycle="ready"} 40',
      'perpetua_schedule_horizon_seconds 172800',
      'perpetua_rundown_seconds 1001',
      'perpetua_main_event_loop_lag_seconds{quantile="1"} 0.25',
      'perpetua_main_resident_memory_bytes 123456',
      'perpetua_main_heap_used_bytes 60000',
      'perpetua_main_heap_size_bytes 80000',
      'perpetua_main_external_memory_bytes 7000',
      'perpetua_frame_lateness_seconds{quantile="0.95"} 0.004',
      'perpetua_underruns_total 3',
      'perpetua_encoder_restarts_total 1',
      'perpetua_sink_up{id="hls",type="hls"} 1',
      'perpetua_sink_waiting_bytes{id="hls",type="hls"} 188',
      'perpetua_lamp_well{part="encoder"} 0',
      'perpetua_alarms{code="picture-black"} 1',
      'perpetua_oldest_alarm_seconds 20',
      'perpetua_engine_children_cpu_cores 0.4',
    ])
      expect(text).toContain(`\n${sample}\n`);
    expect(text).not.toContain('ecret');
  });

  it('leave out what the engine has not said, and say that it is not heard', () => {
    const text = formatMetrics({ ...SOURCE, air: { ...SOURCE.air, ageMs: milliseconds(3001) }, plannedUntil: null });
    expect(text).toContain('\nperpetua_engine_up 0\n');
    expect(text).not.toContain('perpetua_underruns_total');
    expect(text).not.toMatch(/^perpetua_schedule_horizon_seconds/m);
  });
});
