/**
 * The station's RTMP server: the channel at rtmp://host:port/live/KEY for players that want it so.
 *
 * - It speaks as much of Adobe's RTMP 1.0 as play and publish need. Without somebody who takes publishers in, they are refused in due form.
 * - It is fed by the hub like any other output; it never asks for anything.
 * - A player begins at a key frame. A slow one loses pictures, then its connection; nobody else notices.
 * - What a client sends is never trusted: nonsense ends that connection only.
 */
export { LiveInput } from './live-input.ts';
export type { Publication, PublishDesk } from './publish-desk.ts';
export { startRtmpServer } from './rtmp-server.ts';
export { RtmpViolation } from './rtmp-violation.ts';
