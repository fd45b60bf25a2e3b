import type { ServerResponse } from 'node:http';
import { FAILURE_STATUS, type FailureCode } from '../../../shared/contract/failure.ts';

/** Answers with a failure in the shape that every error of the API has. */
export function answerFailure(response: ServerResponse, code: FailureCode, message: string): void {
  answerJson(response, FAILURE_STATUS[code], { error: { code, message } });
}

/** Answers with JSON. The body of an answer to HEAD is left out by node:http itself. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
