/**
 * The operator's hand on the air.
 *
 * - Air enable guards every take and goes off by itself; the panic slate and the return need no arming but must be held.
 * - Every command says what became of it: pending, done with the frame, or refused with the reason.
 */
export { enabledFor, useAirEnable } from './air-enable.ts';
export { openBreakInDesk, stageOf, useBreakIn } from './break-in-store.ts';
export { HeaderPanic } from './header-panic.tsx';
export { OverrideDrawer } from './override-drawer.tsx';
