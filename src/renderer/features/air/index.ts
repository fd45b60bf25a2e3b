/**
 * What the console shows of the air: the header, and the facts that other features derive from it.
 *
 * - Only what the engine said is shown; between two words the frame count runs on by itself for a second at most.
 * - Every figure's age is known: past one second numerals are grey, past three the engine counts as lost.
 */
export { AirHeader } from './air-header.tsx';
export { useAirStore } from './air-store.ts';
export { ChannelFacts } from './channel-facts.tsx';
export type { Freshness } from './freshness.ts';
export { LostBar } from './lost-bar.tsx';
export { stationNow } from './station-now.ts';
export { currentFreshness, engineTime, useStatusBy } from './use-air.ts';
