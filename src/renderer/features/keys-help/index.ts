/** The list of keys, made from the commands themselves, so that it can't tell of a key that does nothing. */
export { KeysHelp } from './keys-help.tsx';
