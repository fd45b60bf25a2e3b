/**
 * The outputs beyond the station's own stream server: pushes and recordings, as an operator configures them.
 *
 * - Any number at once, added, removed and changed while the channel is on air. What did not change is not touched.
 * - Each is a sink of the hub: bounded in what it holds, by itself in what goes wrong, its state and reason in its status.
 */
export { SinkSet } from './sink-set.ts';
