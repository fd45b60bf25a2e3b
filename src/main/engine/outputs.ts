import { setTimeout as pause } from 'node:timers/promises';
import type { EngineConfig, EngineStatus, StreamAddresses } from '../../shared/engine-protocol/index.ts';
import { type Frames, parseFrameRate } from '../../shared/time/index.ts';
import { EPOCH_PTS_SECONDS } from './encoder/encoder-arguments.ts';
import { type EngineLog, StreamHub } from './hub/index.ts';
import { openHlsSink } from './sinks/hls/index.ts';
import { startRtmpServer, startStreamServer } from './stream-server/index.ts';

/** The key under which the channel is played over RTMP. */
const RTMP_KEY = 'channel';
const RETRY_MS = 5000;

/** A server that listens. */
interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Where the channel's stream goes: the hub, the HLS sink and its server, the RTMP server. An output that can't be had, because its port is taken or
 * its folder can't be written, is tried again for as long as the engine runs; it never keeps the channel off the air.
 */
export class Outputs {
  readonly hub: StreamHub;
  readonly #config: EngineConfig;
  readonly #log: EngineLog;
  readonly #stopped = new AbortController();
  readonly #missing = new Map<string, EngineStatus['sinks'][number]>();
  readonly #servers = new Map<string, Listening>();

  constructor(config: EngineConfig, epochFrame: Frames, log: EngineLog) {
    this.#config = config;
    this.#log = log;
    this.hub = new StreamHub({ rate: parseFrameRate(config.rate), epochFrame, epochPtsSeconds: EPOCH_PTS_SECONDS, log });
  }

  /** Opens every output once; what fails is tried again in the background. */
  async open(hlsFolder: string): Promise<void> {
    const { host, streamPort, rtmpPort, rate, hls } = this.#config;
    const log = this.#log;
    const serve = { dir: hlsFolder, host, port: streamPort, log };
    const sink = { id: 'hls', dir: hlsFolder, rate: parseFrameRate(rate), ...hls, log };
    await Promise.all([
      this.#keepTrying('hls', 'hls', async () => this.hub.attach(await openHlsSink(sink))),
      this.#keepTrying('hls-server', 'hls', async () => this.#keep('hls', await startStreamServer(serve))),
      this.#keepTrying('rtmp', 'rtmp', async () => {
        const server = await startRtmpServer({ host, port: rtmpPort, playKey: RTMP_KEY, log });
        this.#keep('rtmp', server);
        this.hub.attach(server.sink);
      }),
    ]);
  }

  /** Where the channel can be watched. */
  get addresses(): StreamAddresses {
    const { host, streamPort, rtmpPort } = this.#config;
    const name = host.includes(':') ? `[${host}]` : host;
    return {
      hls: `http://${name}:${this.#servers.get('hls')?.port ?? streamPort}/hls/index.m3u8`,
      rtmp: `rtmp://${name}:${this.#servers.get('rtmp')?.port ?? rtmpPort}/live/${RTMP_KEY}`,
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
      this.#missing.set(id, { id, type, state: 'backing-off', detail: 'The output can not be opened and is tried again.', bytesSent: 0 });
      return false;
    }
  }
}
