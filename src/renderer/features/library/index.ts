/**
 * The content library and the import queue.
 *
 * - Lists are read by page and kept when a later read fails, with their age.
 * - Every refused file is shown with the station's reason; one refusal never stops the rest.
 */
export { AddMediaDialog } from './add-media-dialog.tsx';
export { DropZone } from './drop-zone.tsx';
export { ImportQueue } from './import-queue.tsx';
export { useImportStore } from './import-store.ts';
export { type LibraryDesk, openLibraryDesk } from './library-desk.ts';
export { useLibraryStore } from './library-store.ts';
export { LibraryView } from './library-view.tsx';
export { SEARCH_BOX_ID } from './search-box.tsx';
