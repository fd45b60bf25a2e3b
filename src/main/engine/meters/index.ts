/**
 * Meters: how loud the channel is.
 *
 * - Peak and RMS are computed from every frame of sound that the encoder gets, in the tick, without allocating.
 * - Loudness (EBU R 128) is FFmpeg's own, from a child that is fed with the same sound; the channel never waits for it.
 */
export { LoudnessMeter } from './loudness-meter.ts';
export { SoundMeter } from './sound-meter.ts';
