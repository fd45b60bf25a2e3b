import type { Duplex } from 'node:stream';
import { FAILURE_STATUS } from '../../../shared/contract/failure.ts';

/** Answers what is not HTTP at all, or has headers without end, in the shape that every error has, and hangs up. */
export function refuseUnreadable(error: Error, socket: Duplex): void {
  if ((error as NodeJS.ErrnoException).code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ error: { code: 'BAD_INPUT', message: 'The request is not one of HTTP that the station can read' } });
  const head = [
    `HTTP/1.1 ${FAILURE_STATUS.BAD_INPUT} Bad Request`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`);
}
