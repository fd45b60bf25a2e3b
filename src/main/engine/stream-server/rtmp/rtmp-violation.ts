/** A peer that does not speak RTMP, or asks for more than it may have. Its connection is closed; nobody else notices. */
export class RtmpViolation extends Error {}
