/**
 * The stream server: where viewers on the network get the channel, over HTTP (HLS) and over RTMP. It lives in the engine,
 * so it serves on when main is gone.
 */
export { ListenFailure } from './listen.ts';
export { LiveInput, startRtmpServer } from './rtmp/index.ts';
export { type RunningServer, type StreamServerOptions, startStreamServer } from './stream-server.ts';
