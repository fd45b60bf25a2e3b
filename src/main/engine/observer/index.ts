/**
 * The observer: sees the channel as viewers do.
 *
 * - It reads the station's own HLS over HTTP, segment by segment, and decodes key frames and sound in a small process of its own.
 * - Where so little happens that the picture may stand still, a second one looks at all pictures of the segment: a clock that runs is no frozen picture.
 * - Black, frozen, silent or late is an alarm within five seconds with segments of two seconds: two seconds that it has to last, at most two until its segment is complete.
 * - What was ordered, the operator's slate or one that was planned, is no alarm; what goes on after it is.
 * - It never touches the air: when it fails, only its word is missing.
 */
export { Observer } from './observer.ts';
export { OrderedRests } from './ordered-rests.ts';
