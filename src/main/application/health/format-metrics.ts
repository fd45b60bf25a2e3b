import type { Air } from '../../../shared/contract/air.ts';
import type { EngineStatus, Statistics } from '../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { MainMemory, StationFigures } from '../ports/station-figures.ts';

/** What Prometheus is told of. */
export interface MetricsSource {
  readonly air: Air;
  readonly assets: ReadonlyMap<string, number>;
  readonly loopLag: ReturnType<StationFigures['takeLoopLag']>;
  readonly mainMemory: MainMemory;
  /** The end of what is planned, UTC; null when that is not known. */
  readonly plannedUntil: Milliseconds | null;
  readonly now: Milliseconds;
  readonly version: string;
}

/** One value of a metric, with the labels that tell it from the others. */
interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

type Kind = 'gauge' | 'counter';

/** An engine that was not heard for longer counts as down. */
const STALE_MS = 3000;

/** The station's figures in Prometheus' text format, version 0.0.4. */
export function formatMetrics(source: MetricsSource): string {
  const { air, assets, loopLag, mainMemory, plannedUntil, now, version } = source;
  const status = air.isConnected && air.ageMs <= STALE_MS ? air.status : null;
  const horizon = plannedUntil === null ? [] : [plain((plannedUntil - now) / 1000)];
  return [
    metric('perpetua_info', 'gauge', 'The version of the station.', [{ labels: { version }, value: 1 }]),
    metric('perpetua_engine_up', 'gauge', 'Whether the engine is heard.', [plain(Number(status !== null))]),
    metric('perpetua_library_assets', 'gauge', 'Assets of the library by lifecycle.', labelled('lifecycle', assets)),
    metric('perpetua_schedule_horizon_seconds', 'gauge', 'How far ahead the channel is planned.', horizon),
    metric('perpetua_main_event_loop_lag_seconds', 'gauge', 'How late the event loop of main was since the last look.', [
      { labels: { quantile: '0.99' }, value: loopLag.p99Seconds },
      { labels: { quantile: '1' }, value: loopLag.maxSeconds },
    ]),
    ...memoryMetrics(mainMemory),
    ...(status === null ? [] : engineMetrics(status, now)),
    ...(status?.second == null ? [] : secondMetrics(status.second)),
  ].join('');
}

function memoryMetrics({ rssBytes, heapUsedBytes, heapTotalBytes, externalBytes }: MainMemory): string[] {
  const bytes = (name: string, help: string, value: number): string =>
    metric(`perpetua_main_${name}_bytes`, 'gauge', `${help} of main.`, [plain(value)]);
  return [
    bytes('resident_memory', 'Memory', rssBytes),
    bytes('heap_used', 'What JavaScript objects take in the memory', heapUsedBytes),
    bytes('heap_size', 'What is held for JavaScript objects in the memory', heapTotalBytes),
    bytes('external_memory', 'Buffers of JavaScript objects in the memory', externalBytes),
  ];
}

function engineMetrics({ mode, statistics, sinks, lamps, alarms, rundownEndFrame, frame, rate }: EngineStatus, now: number): string[] {
  const [num, den] = rate.split('/').map(Number);
  const rundownSeconds = rundownEndFrame === null ? 0 : ((rundownEndFrame - frame) * (den ?? 1)) / (num ?? 1);
  const sent = sinks.map(({ id, type, bytesSent }) => ({ labels: { id, type }, value: bytesSent }));
  const waiting = sinks.map(({ id, type, waitingBytes }) => ({ labels: { id, type }, value: waitingBytes }));
  return [
    metric('perpetua_on_air', 'gauge', 'Whether the channel is on air.', [plain(Number(mode !== 'off-air'))]),
    metric('perpetua_rundown_seconds', 'gauge', 'How long the engine could go on without main.', [plain(rundownSeconds)]),
    metric('perpetua_underruns_total', 'counter', 'How often a picture was not there in time.', [plain(statistics.underruns)]),
    metric('perpetua_held_frames_total', 'counter', 'Frames on which the last picture was held.', [plain(statistics.heldFrames)]),
    metric('perpetua_encoder_restarts_total', 'counter', 'How often the encoder was started again.', [plain(statistics.encoderRestarts)]),
    metric('perpetua_sink_up', 'gauge', 'Whether an output runs.', sinksUp(sinks)),
    metric('perpetua_sink_sent_bytes_total', 'counter', 'What an output has sent.', sent),
    metric('perpetua_sink_waiting_bytes', 'gauge', 'What waits in the queue of an output.', waiting),
    metric('perpetua_lamp_well', 'gauge', 'Whether a part of the chain is well.', lampsWell(lamps)),
    metric('perpetua_alarms', 'gauge', 'Alarms that are raised, by code.', countBy(alarms.map(({ code }) => code))),
    metric('perpetua_oldest_alarm_seconds', 'gauge', 'How long the oldest alarm has been raised; 0: there is none.', [
      plain(alarms[0] === undefined ? 0 : Math.max(0, now - alarms[0].raisedAt) / 1000),
    ]),
  ];
}

function secondMetrics(second: Statistics): string[] {
  const gauge = (name: string, help: string, value: number | null): string =>
    metric(`perpetua_${name}`, 'gauge', `${help}, over the last second.`, value === null ? [] : [plain(value)]);
  return [
    metric('perpetua_frame_lateness_seconds', 'gauge', 'How late frames were made over the last second.', [
      { labels: { quantile: '0.95' }, value: second.lateP95Ms / 1000 },
      { labels: { quantile: '1' }, value: second.lateMaxMs / 1000 },
    ]),
    gauge('encoder_speed_ratio', 'Pictures encoded for each one due', second.encoderSpeed),
    gauge('decoder_speed_ratio', 'Pictures decoded for each one due', second.decoderSpeed),
    gauge('encoder_queue_frames', 'Pictures that wait for the encoder', second.encoderQueueFrames),
    gauge('stream_bits_per_second', 'What the encoder gives', second.bitrateKbps * 1000),
    gauge('loudness_short_term_lufs', 'Short-term loudness', second.loudnessLufs),
    gauge('engine_cpu_cores', 'CPU of the engine process', second.engineCpu),
    gauge('engine_children_cpu_cores', 'CPU of its children', second.childrenCpu),
    gauge('engine_resident_memory_bytes', 'Memory of the engine process', second.engineRssBytes),
    gauge('engine_children_resident_memory_bytes', 'Memory of its children', second.childrenRssBytes),
    gauge('disk_free_bytes', 'Free space where the engine writes', second.diskFreeBytes),
  ];
}

function sinksUp(sinks: EngineStatus['sinks']): readonly Sample[] {
  return sinks.map(({ id, type, state }) => ({ labels: { id, type }, value: Number(state === 'running') }));
}

function lampsWell(lamps: EngineStatus['lamps']): readonly Sample[] {
  return Object.entries(lamps).map(([part, { state }]) => ({ labels: { part }, value: Number(state === 'ok' || state === 'off') }));
}

function countBy(codes: readonly string[]): readonly Sample[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return labelled('code', counts);
}

function labelled(name: string, values: ReadonlyMap<string, number>): readonly Sample[] {
  return [...values].map(([label, value]) => ({ labels: { [name]: label }, value }));
}

function plain(value: number): Sample {
  return { labels: {}, value };
}

/** A metric without samples is told all the same, so that its name is known. */
function metric(name: string, kind: Kind, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels, value }) => `${name}${formatLabels(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`;
}

function formatLabels(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
