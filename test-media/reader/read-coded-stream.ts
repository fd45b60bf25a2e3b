import type { Readable } from 'node:stream';
import type { ChannelFacts } from '../analysis/analyse-picture.ts';
import { reportOn, type StreamReport } from '../analysis/stream-report.ts';
import { type DecodeOptions, decodeCodedStream } from './decode-coded-stream.ts';

/** How a stream is to be read: how to decode it, and what channel it is of. */
export interface ReadOptions extends DecodeOptions {
  readonly channel: ChannelFacts;
}

/**
 * Decodes any stream or file and reports, frame by frame, what a viewer got.
 * @param input a path, an address (HLS playlist, RTMP), or a stream of bytes.
 * @throws Error with FFmpeg's last words when it can't be decoded.
 */
export async function readCodedStream(input: string | Readable, { channel, ...decoding }: ReadOptions): Promise<StreamReport> {
  return reportOn(await decodeCodedStream(input, decoding), channel);
}
