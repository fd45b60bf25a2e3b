import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What marks RTP and RTCP between requests (RFC 2326, 10.12): `$`, channel, length in two bytes. */
const INTERLEAVED = 0x24;

/** A request: its method, its headers by small name, its body. */
interface Request {
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** RTCP goes by the odd channels: it says which times of picture and sound belong together (RFC 3550, 6.4.1). */
const isReport = (media: Buffer): boolean => ((media[1] ?? 0) & 1) === 1;

/** An RTSP server as small as a test needs: hands on what one publisher sends to whoever plays it, over TCP alone. @returns its address */
export async function openRtspRelay(): Promise<string> {
  const players = new Set<Socket>();
  const everybody = new Set<Socket>();
  const reports = new Map<number, Buffer>();
  let description = '';
  const answer = (socket: Socket, request: Request): void => {
    if (request.method === 'ANNOUNCE') description = request.body;
    socket.write(answerTo(request, description));
    if (request.method !== 'PLAY') return;
    for (const report of reports.values()) socket.write(report);
    players.add(socket);
  };
  const handOn = (media: Buffer): void => {
    if (isReport(media)) reports.set(media[1] ?? 0, media);
    for (const player of players) player.write(media);
  };
  const server = createServer((socket) => {
    everybody.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => players.delete(socket));
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let taken = take(rest); taken !== null; taken = take(rest)) {
        if (taken.request === null) handOn(rest.subarray(0, taken.length));
        else answer(socket, taken.request);
        rest = rest.subarray(taken.length);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of everybody) socket.destroy();
    server.close();
  });
  const address = server.address();
  return `rtsp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/camera`;
}

/** What is said to a request; `description`: of the publisher's streams. */
function answerTo({ method, headers }: Request, description: string): string {
  const said = [`CSeq: ${headers.get('cseq') ?? ''}`, 'Session: 1'];
  if (method === 'OPTIONS') said.push('Public: OPTIONS, DESCRIBE, ANNOUNCE, SETUP, PLAY, RECORD, TEARDOWN');
  if (method === 'SETUP') said.push(`Transport: ${headers.get('transport') ?? ''}`);
  const told = method === 'DESCRIBE' ? description : '';
  if (told !== '') said.push('Content-Type: application/sdp');
  return `RTSP/1.0 200 OK\r\n${said.join('\r\n')}\r\nContent-Length: ${told.length}\r\n\r\n${told}`;
}

/** The first whole message: a request, or media (`request` null); null when it isn't whole yet. */
function take(bytes: Buffer): { readonly length: number; readonly request: Request | null } | null {
  if (bytes[0] === INTERLEAVED) {
    const length = bytes.length < 4 ? Number.POSITIVE_INFINITY : 4 + bytes.readUInt16BE(2);
    return bytes.length < length ? null : { length, request: null };
  }
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const length = end + 4 + Number(headers.get('content-length') ?? 0);
  if (bytes.length < length) return null;
  return { length, request: { method: first.split(' ')[0] ?? '', headers, body: bytes.toString('latin1', end + 4, length) } };
}
