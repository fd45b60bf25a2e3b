/**
 * The channel as HLS on a web server elsewhere, file by file with HTTP PUT.
 *
 * - The segments, dates and numbers are those of the station's own HLS: one way of cutting, two places to put it.
 * - The server's answer to each file is read: one that refuses shows, which FFmpeg's own PUT leaves unsaid.
 * - A server that is slow or gone costs memory up to a bound, then the oldest segments; never the channel.
 */
export { openHlsPutSink } from './hls-put-sink.ts';
