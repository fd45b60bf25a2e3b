/**
 * The preview: the channel for the console's monitors, as fragmented MP4 for Media Source Extensions, well under a second behind the air.
 *
 * - One picture a fragment: nothing waits for a segment to be full.
 * - A viewer begins with the last key frame that aired. Its time starts at 0 there.
 * - A slow viewer leaves out what it missed and goes on at a key frame; one that takes nothing is cut off. Nobody else notices.
 * - With no viewer the stream is not even unpacked.
 */
export { dateFragment } from './fragment.ts';
export { FragmentPackager } from './fragment-packager.ts';
export { PreviewSink } from './preview-sink.ts';
export type { ViewerLink } from './preview-viewer.ts';
