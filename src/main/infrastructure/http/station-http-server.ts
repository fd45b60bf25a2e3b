import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../../application/ports/log.ts';
import type { CallContext } from '../station-router/call-context.ts';
import { allowedMethods } from './allowed-methods.ts';
import { answerFailure, answerJson } from './answer-failure.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { CONSOLE_NOT_BUILT, readConsoleFile } from './console-files.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { hostName, isLoopbackAddress, isLoopbackHost } from './host-guard.ts';
import { type ListenPlace, listenOn } from './listen-on.ts';
import { openApiDocument } from './openapi-document.ts';
import { readJsonBody } from './read-json-body.ts';
import { refuseUnreadable } from './refuse-unreadable.ts';

/** What the server serves. */
export interface StationHttpContent {
  readonly api: ApiHandlers;
  /** The folder of the console's build; it need not be there. */
  readonly consoleFolder: string;
  /** Where a console that reached the station by `host` finds the stream; null while that is not known. */
  readonly streamOrigin: (host: string) => string | null;
  readonly version: string;
  readonly log: Log;
}

const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The station on the network: its API, the same API as the console speaks it, and the console itself. */
export class StationHttpServer {
  readonly #content: StationHttpContent;
  readonly #server: Server;
  #isLoopback = true;

  constructor(content: StationHttpContent) {
    this.#content = content;
    this.#server = createServer(
      { headersTimeout: 10_000, requestTimeout: 30_000 },
      (request, response) => void this.#answer(request, response),
    );
    this.#server.on('clientError', refuseUnreadable);
  }

  /** Starts to serve and tells the port. @throws SettingsError when the place can't be had. */
  async listen(place: ListenPlace): Promise<number> {
    this.#isLoopback = isLoopbackAddress(place.host);
    return listenOn(this.#server, place);
  }

  /** Stops serving. Answers that are under way are cut off. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#route(request, response);
    } catch (error) {
      if (response.destroyed || request.destroyed) return;
      this.#content.log.error('A request failed', { method: request.method, path: pathOf(request), error });
      if (response.headersSent) response.destroy();
      else answerFailure(response, 'INTERNAL', 'The station failed at this call; its log says why');
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    const path = pathOf(request);
    if (this.#isLoopback && !isLoopbackHost(request.headers.host)) {
      return answerFailure(response, 'HOST_NOT_ALLOWED', 'The station answers on this machine alone, as localhost or 127.0.0.1');
    }
    if (path === null) return answerFailure(response, 'BAD_INPUT', 'The address of the request can not be read');
    if (path === '/openapi.json' || allowedMethods(path).length > 0) return this.#serveApi(request, response, path);
    if (path === '/rpc' || path.startsWith('/rpc/')) return this.#serveCall(request, response, this.#content.api.rpc);
    if (path === '/api' || path.startsWith('/api/'))
      return answerFailure(response, 'NOT_FOUND', 'The API has no such path; /openapi.json lists them');
    return this.#serveConsole(request, response, path);
  }

  async #serveApi(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const methods = path === '/openapi.json' ? ['GET'] : allowedMethods(path);
    if (!methods.includes(request.method ?? '')) {
      response.setHeader('allow', methods.join(', '));
      return answerFailure(response, 'METHOD_NOT_ALLOWED', `${path} knows ${methods.join(', ')}`);
    }
    if (path === '/openapi.json') return answerJson(response, 200, await openApiDocument(this.#content.version));
    return this.#serveCall(request, response, this.#content.api.rest);
  }

  async #serveCall(request: IncomingMessage, response: ServerResponse, handler: ApiHandlers['rest']): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    if (METHODS_WITH_BODY.has(request.method ?? '')) {
      const body = await readJsonBody(request);
      if (!body.ok) return answerFailure(response, body.code, body.message);
      Object.assign(request, { body: body.value });
    }
    const isAnswered = await handler(request, response, callContext(request));
    if (!isAnswered) answerFailure(response, 'NOT_FOUND', 'The API has no such path; /openapi.json lists them');
  }

  async #serveConsole(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const file = (await readConsoleFile(this.#content.consoleFolder, path)) ?? (path === '/' ? CONSOLE_NOT_BUILT : null);
    if (file === null) return answerFailure(response, 'NOT_FOUND', 'There is nothing here');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return answerFailure(response, 'METHOD_NOT_ALLOWED', `${path} knows GET, HEAD`);
    }
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.bytes.length,
      'cache-control': file.cacheControl,
      'content-security-policy': contentSecurityPolicy(this.#content.streamOrigin(reachedAt(request))),
      'x-frame-options': 'DENY',
    });
    response.end(file.bytes);
  }
}

function pathOf(request: IncomingMessage): string | null {
  const address = `http://station${request.url ?? ''}`;
  return request.url?.startsWith('/') && URL.canParse(address) ? new URL(address).pathname : null;
}

function reachedAt(request: IncomingMessage): string {
  return hostName(request.headers.host) ?? request.socket.localAddress ?? 'localhost';
}

function callContext(request: IncomingMessage): CallContext {
  return { address: request.socket.remoteAddress ?? 'unknown', reachedAt: reachedAt(request), isTrustedDesktop: false, identity: null };
}
