/**
 * The library's use cases: bringing media in, and finding it again.
 *
 * - An import is written down before it starts and after every file, so it goes on after any crash.
 * - A file is in the library whole, measured and numbered, or not at all; if not, its import says why in words.
 * - Media is looked into at the lowest priority, a few files at a time: the air comes first.
 */
export * from './edit-assets.ts';
export * from './empty-bin.ts';
export * from './enrich-assets.ts';
export * from './import-file.ts';
export * from './import-progress.ts';
export * from './import-service.ts';
export * from './library-queries.ts';
export * from './preview-assets.ts';
export * from './review-readiness.ts';
export * from './saved-filters.ts';
export * from './scrub-assets.ts';
export * from './select-for-place.ts';
export * from './watch-folders.ts';
