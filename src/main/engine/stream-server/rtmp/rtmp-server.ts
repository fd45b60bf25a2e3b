import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { EngineLog } from '../../hub/index.ts';
import { listen } from '../listen.ts';
import type { PublishDesk } from './publish-desk.ts';
import { RtmpConnection } from './rtmp-connection.ts';
import { RtmpSink } from './rtmp-sink.ts';

/** More players than a station's network feeds; it keeps a fault elsewhere from taking all of the engine's memory. */
const MOST_CONNECTIONS = 256;
const HANDSHAKE_RANDOM_BYTES = 1528;

/** Where the RTMP server listens, and under which key the channel is played: rtmp://host:port/live/key. Port 0: any free one. */
export interface RtmpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly playKey: string;
  readonly log: EngineLog;
}

/** An RTMP server that listens. `sink` is for the hub. `close` cuts every connection and resolves when the port is free. */
export interface RunningRtmpServer {
  readonly port: number;
  readonly sink: RtmpSink;
  /** Lets clients publish, as far as `desk` takes them. Without one all are refused. */
  takePublishers(desk: PublishDesk): void;
  close(): Promise<void>;
}

/** Starts to serve the channel over RTMP. @throws ListenFailure when the address can't be had. */
export async function startRtmpServer(options: RtmpServerOptions): Promise<RunningRtmpServer> {
  const { host, playKey, log } = options;
  const sink = new RtmpSink();
  let desk: PublishDesk | null = null;
  const connections = new Set<RtmpConnection>();
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    const connection = new RtmpConnection({
      ...{ socket, sink, playKey, log, random: randomBytes(HANDSHAKE_RANDOM_BYTES) },
      desk: () => desk,
    });
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, 'The RTMP server', host, options.port);
  server.on('error', (error) => log.error('The RTMP server has trouble', { cause: String(error) }));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const connection of connections) connection.cut();
    });
  const takePublishers = (next: PublishDesk) => {
    desk = next;
  };
  return { port, sink, takePublishers, close };
}
