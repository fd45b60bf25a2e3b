/**
 * The playlog for consoles and other software: what will air and what was planned, and the one path by which people change it.
 *
 * - A change is made on a revision and gives the next one; it happens altogether or not at all.
 * - Inside the lock window only the air controls change anything.
 */
export { CopyDay } from './copy-day.ts';
export { EditPlaylog } from './edit-playlog.ts';
export { PlaylogQueries } from './playlog-queries.ts';
