import { setTimeout as pause } from 'node:timers/promises';
import type { EngineConfig, EngineStatus, Output, StreamAddresses } from '../../shared/engine-protocol/index.ts';
import { type Frames, milliseconds, parseFrameRate } from '../../shared/time/index.ts';
import type { StreamLine } from './clock/stream-line.ts';
import { EPOCH_PTS_SECONDS } from './encoder/encoder-arguments.ts';
import type { EnginePaths } from './folder/engine-paths.ts';
import type { EngineLog, StreamHub } from './hub/index.ts';
import type { ChildRegistry } from './processes/child-registry.ts';
import { RealignedHub } from './realigned-hub.ts';
import { type HlsSink, openHlsSink } from './sinks/hls/index.ts';
import { SinkSet } from './sinks/index.ts';
import { Renditions } from './sinks/rendition/index.ts';
import { type PublishDesk, startRtmpServer, startStreamServer } from './stream-server/index.ts';

const RETRY_MS = 5000;

/** A server that listens. */
interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** What the outputs stand on. */
interface OutputsBase {
  readonly config: EngineConfig;
  readonly paths: Pick<EnginePaths, 'hls' | 'recordings'>;
  /** The frame whose timestamp is the stream's epoch. */
  readonly epochFrame: Frames;
  readonly line: StreamLine;
  /** Who takes those in that publish to the RTMP server. */
  readonly publishers: PublishDesk;
  readonly children: ChildRegistry;
  readonly log: EngineLog;
}

/**
 * Where the channel's stream goes: the hub, the HLS sink, its server with the preview, the RTMP server, and whatever else was configured. An output that can't be had, because its port is taken or
 * its folder can't be written, is tried again for as long as the engine runs; it never keeps the channel off the air.
 */
export class Outputs {
  readonly hub: StreamHub;
  readonly #base: OutputsBase;
  readonly #config: EngineConfig;
  readonly #log: EngineLog;
  readonly #configured: SinkSet;
  readonly #stopped = new AbortController();
  readonly #missing = new Map<string, EngineStatus['sinks'][number]>();
  readonly #servers = new Map<string, Listening>();
  readonly #renditions: Renditions;
  #hls: HlsSink | null = null;
  #windowSegments: number;

  constructor(base: OutputsBase) {
    const { config, epochFrame, line, children, log } = base;
    const rate = parseFrameRate(config.rate);
    this.#base = base;
    this.#config = config;
    this.#log = log;
    this.#windowSegments = config.hls.windowSegments;
    this.hub = new RealignedHub({ rate, epochFrame, epochPtsSeconds: EPOCH_PTS_SECONDS, log }, line);
    const now = () => milliseconds(performance.now());
    this.#renditions = new Renditions({ config, dir: base.paths.hls, children, now, log });
    this.#configured = new SinkSet({
      ...{ hub: this.hub, rate, keyFrameSeconds: config.hls.segmentSeconds, ffmpegPath: config.ffmpegPath, children, log },
      recordingsFolder: base.paths.recordings,
      now,
    });
  }

  /** Opens every output once; what fails is tried again in the background. */
  async open(): Promise<void> {
    const { host, streamPort, rtmpPort, rtmpPlayKey, hls } = this.#config;
    const rate = parseFrameRate(this.#config.rate);
    const log = this.#log;
    const serve = { dir: this.#base.paths.hls, host, port: streamPort, rate, log };
    const sink = { id: 'hls', dir: this.#base.paths.hls, rate, ...hls, master: this.#renditions.master, log };
    await Promise.all([
      this.#keepTrying('hls', 'hls', async () => {
        this.#hls = await openHlsSink({ ...sink, windowSegments: this.#windowSegments });
        this.hub.attach(this.#hls);
      }),
      ...this.#renditions.plans.map((plan) =>
        this.#keepTrying(plan.id, 'hls', async () => this.hub.attach(await this.#renditions.open(plan))),
      ),
      this.#keepTrying('hls-server', 'hls', async () => {
        const server = await startStreamServer(serve);
        this.#keep('hls', server);
        this.hub.attach(server.preview);
      }),
      this.#keepTrying('rtmp', 'rtmp', async () => {
        const server = await startRtmpServer({ host, port: rtmpPort, playKey: rtmpPlayKey, log });
        server.takePublishers(this.#base.publishers);
        this.#keep('rtmp', server);
        this.hub.attach(server.sink);
      }),
      this.#configured.apply(this.#config.outputs),
    ]);
  }

  /** Makes these the configured outputs. Those that did not change go on undisturbed; how each does is told by the statuses. */
  set(outputs: readonly Output[]): void {
    void this.#configured.apply(outputs);
  }

  /** Lists so many segments from the next one on. */
  listSegments(windowSegments: number): void {
    this.#windowSegments = windowSegments;
    this.#hls?.list(windowSegments);
    this.#renditions.list(windowSegments);
  }

  /** Where the channel can be watched. */
  get addresses(): StreamAddresses {
    const { host, streamPort, rtmpPort, rtmpPlayKey } = this.#config;
    const name = host.includes(':') ? `[${host}]` : host;
    return {
      hls: `http://${name}:${this.#servers.get('hls')?.port ?? streamPort}/hls/index.m3u8`,
      rtmp: `rtmp://${name}:${this.#servers.get('rtmp')?.port ?? rtmpPort}/live/${rtmpPlayKey}`,
    };
  }

  /** How every output does, those that could not be had included. */
  statuses(): EngineStatus['sinks'] {
    return [...this.hub.statuses(), ...this.#missing.values()];
  }

  /** Ends every output. */
  async close(): Promise<void> {
    this.#stopped.abort();
    await this.hub.close();
    // One that was about to be opened is in no hub yet.
    await this.#configured.close();
    await Promise.all([...this.#servers.values()].map((server) => server.close()));
  }

  #keep(name: string, server: Listening): void {
    this.#servers.set(name, server);
  }

  async #keepTrying(id: string, type: 'hls' | 'rtmp', open: () => Promise<void>): Promise<void> {
    if (await this.#tryOnce(id, type, open)) return;
    void this.#retry(id, type, open);
  }

  async #retry(id: string, type: 'hls' | 'rtmp', open: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopped;
    do await pause(RETRY_MS, null, { signal }).catch(() => undefined);
    while (!signal.aborted && !(await this.#tryOnce(id, type, open)));
  }

  async #tryOnce(id: string, type: 'hls' | 'rtmp', open: () => Promise<void>): Promise<boolean> {
    try {
      await open();
      this.#missing.delete(id);
      return true;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (!this.#missing.has(id)) this.#log.error('An output can not be opened', { id, detail });
      const words = 'The output can not be opened and is tried again.';
      this.#missing.set(id, { id, type, state: 'backing-off', detail: words, bytesSent: 0, waitingBytes: 0 });
      return false;
    }
  }
}
