/**
 * Live inputs: sources that come from outside at their own pace, watched all the time and aired when told.
 *
 * - Watching is cheap: a source is received as it is, and only its key frames are decoded, for a small picture about once a second. It is decoded in full only while it is armed or on
 *   air.
 * - A source never builds up delay: what is held of it is about a third of a second, and its clock is followed by resampling its sound gently and choosing pictures by the time of the
 *   sound.
 * - An input that is slow, refused or dead is left alone by itself, with pauses of up to 30 s; no other input and no frame of the channel waits for it.
 * - No status, log line or answer holds an address or a key.
 */
export { InputSet, type LiveInputs } from './input-set.ts';
