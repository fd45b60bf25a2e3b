/**
 * What main and the engine say to each other over the local socket, and what the engine keeps in its files.
 *
 * - The engine airs its rundown alone; main only ever replaces it whole.
 * - Evidence is the engine's word on what aired; main takes it over in order and never invents any.
 * - Status is latest-wins: a lost one costs nothing.
 */
export * from './alarms.ts';
export * from './engine-config.ts';
export * from './evidence.ts';
export * from './inputs.ts';
export * from './line-reader.ts';
export * from './link.ts';
export * from './meters.ts';
export * from './outputs.ts';
export * from './overrides.ts';
export * from './redact-url.ts';
export * from './rundown-item.ts';
export * from './sealed-text.ts';
export * from './slate-look.ts';
export * from './statistics.ts';
export * from './status.ts';
