import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FrameRate } from '../../../shared/time/index.ts';
import type { EngineLog } from '../hub/index.ts';
import { PreviewSink } from '../sinks/preview/index.ts';
import { listen } from './listen.ts';
import { isForPreview, respondWithPreview } from './preview-responder.ts';
import { refuse, respond } from './stream-responder.ts';

/** Where the HLS folder is and which address it is served on, and the channel's rate. Port 0: any free one. */
export interface StreamServerOptions {
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  readonly rate: FrameRate;
  readonly log: EngineLog;
}

/** A server that listens. `preview` is for the hub. `close` cuts every connection and resolves when the port is free. */
export interface RunningServer {
  readonly port: number;
  readonly preview: PreviewSink;
  close(): Promise<void>;
}

/** Serves the HLS folder at /hls/ and the preview at /preview.mp4 over HTTP. @throws ListenFailure when the address can't be had. */
export async function startStreamServer(options: StreamServerOptions): Promise<RunningServer> {
  const { dir, host, rate, log } = options;
  const preview = new PreviewSink(rate);
  const server = createServer((request, response) => {
    if (isForPreview(request)) respondWithPreview(preview, request, response);
    else respond(dir, request, response).catch((error: unknown) => endBroken(error, request, response, log));
  });
  const port = await listen(server, 'The stream server', host, options.port);
  server.on('error', (error) => log.error('The stream server has trouble', { cause: String(error) }));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, preview, close };
}

/** A player that hangs up in the middle is no trouble; anything else is logged, and answered if there is still time to. */
function endBroken(error: unknown, request: IncomingMessage, response: ServerResponse, log: EngineLog): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (request.destroyed && response.destroyed) return;
  log.error('A stream file can not be served', { cause: String(error) });
  refuse(response, 500, 'INTERNAL', 'The stream can not be served right now.');
}
