/**
 * The picture of the air, as a viewer gets it.
 *
 * - It is the encoded stream and says so; its delay is measured, not assumed.
 * - It plays by itself, begins anew by itself, and is silent until somebody wants its sound.
 */
export { useMeterStore } from './meter-store.ts';
export { ProgrammeMonitor } from './programme-monitor.tsx';
export { reachableAddress } from './stream-address.ts';
export { StreamAddresses } from './stream-addresses.tsx';
