import type { AirQueries } from '../../application/air/index.ts';
import type { GuideQueries } from '../../application/guide/index.ts';
import { airFor } from './reachable-addresses.ts';
import { stationFailure } from './station-failure.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The channel for players and guides. */
export interface GuideServices {
  readonly queries: GuideQueries;
  readonly air: AirQueries;
}

/** The calls of the guide contract. */
export function guideHandlers({ guide }: StationImplementer, { queries, air }: GuideServices) {
  return {
    xmltv: guide.xmltv.handler(async () => new File([await queries.xmltv()], 'guide.xml', { type: 'application/xml' })),
    m3u: guide.m3u.handler(({ context }) => {
      const { addresses } = airFor(air.get(), context.reachedAt);
      if (addresses === null) throw stationFailure('ENGINE_UNREACHABLE', 'The stream has no address yet', {});
      return new File([queries.m3u(addresses.hls)], 'channel.m3u', { type: 'audio/x-mpegurl' });
    }),
  };
}
