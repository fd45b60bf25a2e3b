/**
 * Every command by its name: typed, chosen with the arrows, given with Enter.
 *
 * - A command asks its own guard here as it does everywhere; one that may not act stays in the list, with the reason.
 * - Nothing here changes the air: its commands have keys and buttons of their own, which must be held or armed and are never a bare Enter. The list names them.
 * - Commands of one view act in that view alone, as their keys do.
 */
export { CommandPalette } from './command-palette.tsx';
