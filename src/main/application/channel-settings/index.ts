/**
 * The channel's settings.
 *
 * - They are kept first, then brought to the engine; one that is away gets them when it is reached again.
 * - Encoder, preset, bitrates and the length of the HLS playlist change on air; size, segments and keys with the engine's next start; name and
 *   rate with the station's. Whoever changes them is told which is which, and what it costs to have it now.
 */
export { ChannelSettingsService } from './channel-settings-service.ts';
export { KeepEngineUpToDate } from './keep-engine-up-to-date.ts';
