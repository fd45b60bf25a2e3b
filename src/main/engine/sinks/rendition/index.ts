/**
 * Renditions: the channel once more in a smaller size, beside it in HLS.
 *
 * - One FFmpeg for each, fed with the hub's stream, so that the channel keeps its one encoder and never notices one that is slow or lost.
 * - It yields to the channel's own encoder (lower priority), and gets key frames where the channel has them: segments match.
 * - What waits for it is bounded. One that ends or hangs is started again after 1 to 30 s; its list then has a hole, the channel's has none.
 */
export { Renditions } from './renditions.ts';
