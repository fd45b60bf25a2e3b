/**
 * What the machine can encode with: each encoder that FFmpeg lists is given a second of the slate, once, at the channel's own size and rate.
 *
 * - Only what came out counts: an encoder that is listed, or even opens, but gives fewer pictures than it got is not available.
 * - It runs beside the channel, one encoder after the other, at low priority; nothing waits for it.
 */
export { EncoderProbe } from './encoder-probe.ts';
