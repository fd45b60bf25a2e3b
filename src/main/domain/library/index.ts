/**
 * The library: what the station owns and may air.
 *
 * - An asset is one entry with one media file. Its facts are measured by decoding the file, never read off its name.
 * - Only an asset that is ready (it decodes from start to end, and nothing in it is black, still or silent for long that nobody meant) and approved
 *   (someone says so) may air.
 * - A refused file is answered with a code for programs and one sentence for people that says what to do.
 */
export * from './asset.ts';
export * from './asset-details.ts';
export * from './badges.ts';
export * from './change-asset.ts';
export * from './flaws.ts';
export * from './house-id.ts';
export * from './identifiers.ts';
export * from './judge-media.ts';
export * from './kind-of-folders.ts';
export * from './library-search.ts';
export * from './markers.ts';
export * from './media-file.ts';
export * from './media-import.ts';
export * from './media-name.ts';
export * from './own-rate.ts';
export * from './parse-search.ts';
export * from './read-sidecar.ts';
export * from './readiness.ts';
export * from './refusals.ts';
export * from './scrub-layout.ts';
export * from './select-assets.ts';
export * from './static-gain.ts';
export * from './suggest-markers.ts';
export * from './watch-folder.ts';
