import { once } from 'node:events';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** A web server that keeps what is PUT there. */
export interface TestWebServer {
  readonly port: number;
  readonly files: Map<string, Buffer>;
  /** What each request said of itself: method, path, and whether it carried the password. */
  readonly requests: string[];
  /** What it answers to a PUT; 0: nothing, ever. */
  answer: number;
  close(): Promise<void>;
}

/** Starts one on a port (0: any free one). It is gone when the test is over. */
export async function startWebServer(port: number): Promise<TestWebServer> {
  const files = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      requests.push(`${request.method} ${path} ${request.headers.authorization ?? ''} ${request.headers['content-type'] ?? ''}`);
      if (running.answer === 0) return;
      if (request.method === 'PUT' && running.answer < 300) files.set(path, Buffer.concat(chunks));
      if (request.method === 'DELETE') files.delete(path);
      response.writeHead(running.answer).end();
    });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  const running: TestWebServer = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    ...{ files, requests, answer: 201, close },
  };
  onTestFinished(close);
  return running;
}
