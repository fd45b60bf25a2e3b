import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PreviewSink, ViewerLink } from '../sinks/preview/index.ts';
import { allowEverySite, answerPreflight, refuse, refuseMethod, ZERO_AT_HEADER } from './stream-responder.ts';

/** Where the preview is. */
const PATH = '/preview.mp4';

/** Whether a request is for the preview. */
export function isForPreview(request: IncomingMessage): boolean {
  return (request.url ?? '').split('?', 1)[0] === PATH;
}

/** Answers with the channel, from the last key frame on and without end. Before the first key frame the answer waits. */
export function respondWithPreview(preview: PreviewSink, request: IncomingMessage, response: ServerResponse): void {
  allowEverySite(response);
  if (request.method === 'OPTIONS') answerPreflight(response);
  else if (request.method === 'GET') join(preview, request, response);
  else refuseMethod(response);
}

function join(preview: PreviewSink, request: IncomingMessage, response: ServerResponse): void {
  request.socket.setNoDelay(true);
  const viewer = preview.join(linkTo(response));
  if (viewer === null) refuse(response, 503, 'TOO_MANY_VIEWERS', 'There are too many monitors on this channel.');
  else response.once('close', () => preview.leave(viewer));
}

function linkTo(response: ServerResponse): ViewerLink {
  return {
    begin: (contentType, zeroAt) => {
      const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-store', [ZERO_AT_HEADER]: new Date(zeroAt).toISOString() };
      response.writeHead(200, headers);
    },
    write: (bytes) => !response.destroyed && response.write(bytes),
    onRoom: (listener) => response.on('drain', listener),
    cut: () => response.destroy(),
  };
}
