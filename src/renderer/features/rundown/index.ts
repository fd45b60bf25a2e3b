/**
 * The coming items.
 *
 * - The engine's word goes before the playlog's: what is on air and what is next is what the engine says.
 * - The playlog is read anew when it changed; rows are only ever derived from the two.
 */
export { RundownPanel } from './rundown-panel.tsx';
export { reloadRundown } from './rundown-store.ts';
