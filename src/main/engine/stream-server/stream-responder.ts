import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readByteRange } from './byte-range.ts';
import { readStreamPath, type StreamFile } from './stream-path.ts';

/** Of the preview: the instant (ISO 8601, UTC) at which the channel had time 0 of the answer on air, so that a monitor can tell its delay. */
export const ZERO_AT_HEADER = 'Perpetua-Zero-At';

const METHODS = 'GET, HEAD, OPTIONS';

/** Read and sent in one go: a segment in three or four, which each wake the engine. */
const READ_BYTES = 256 * 1024;

/** Answers one request for the stream in `dir`. @throws only when the file or the connection breaks on the way. */
export async function respond(dir: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  allowEverySite(response);
  if (request.method === 'OPTIONS') return answerPreflight(response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuseMethod(response);
  }
  if (request.url === '/') return answerText(response, 'This is a television channel. Watch it at /hls/index.m3u8\n');
  const file = readStreamPath(request.url ?? '');
  const handle = file && (await openPlain(join(dir, file.name)));
  if (!file || !handle) return refuse(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
  try {
    await sendFile(file, handle, request, response);
  } finally {
    await handle.close();
  }
}

/** Answers with a coded error. The message says nothing about the computer it comes from. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const body = JSON.stringify({ error: { code, message } });
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

/** Answers a method that the stream has no use for. */
export function refuseMethod(response: ServerResponse): void {
  response.setHeader('Allow', METHODS);
  refuse(response, 405, 'METHOD_NOT_ALLOWED', 'The stream can only be read.');
}

async function sendFile(file: StreamFile, handle: FileHandle, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await handle.stat();
  const range = readByteRange(request.headers.range, size);
  response.setHeader('Accept-Ranges', 'bytes');
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${size}`);
    return refuse(response, 416, 'RANGE_NOT_SATISFIABLE', 'The file is shorter than that.');
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size } : range;
  if (range !== 'whole') response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${size}`);
  response.writeHead(range === 'whole' ? 200 : 206, {
    'Content-Type': file.contentType,
    'Cache-Control': file.cacheControl,
    'Content-Length': end - start,
  });
  if (request.method === 'HEAD' || end === start) response.end();
  else await pipeline(handle.createReadStream({ start, end: end - 1, autoClose: false, highWaterMark: READ_BYTES }), response);
}

/** Opens a regular file. Null for anything else: a link might lead out of the folder. */
async function openPlain(path: string): Promise<FileHandle | null> {
  try {
    if (!(await lstat(path)).isFile()) return null;
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')) return null;
    throw error;
  }
}

/** Lets pages of any origin read the answer. */
export function allowEverySite(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', `Content-Length, Content-Range, Date, ${ZERO_AT_HEADER}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

/** Answers what a browser asks before it asks. */
export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    Allow: METHODS,
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': 'Range, Cache-Control',
    'Access-Control-Max-Age': '86400',
  });
  response.end();
}

function answerText(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
