/**
 * The stream server: where viewers on the network get the channel, over HTTP (HLS) and over RTMP. It lives in the engine,
 * so it serves on when main is gone.
 */
export { type PublishDesk, startRtmpServer } from './rtmp/index.ts';
export { startStreamServer } from './stream-server.ts';
