/**
 * Time on the channel: frames, milliseconds, samples, and the grid that ties them.
 *
 * - A frame rate is a fraction; nothing is ever computed from 29.97.
 * - Frame n of the channel is due at the grid's epoch + n / rate, computed from n and never added up.
 * - Ranges are half-open: [from, to).
 */
export * from './frame-grid.ts';
export * from './frame-rate.ts';
export * from './quantities.ts';
