import { z } from 'zod';
import { call } from './call.ts';

/** The guide and the playlist for players. Players do not sign in, and both say no more than the channel shows. */
export const guideContract = {
  xmltv: call
    .meta({ leastRole: 'nobody' })
    .route({ method: 'GET', path: '/guide.xml', tags: ['guide'] })
    .output(z.file()),
  m3u: call
    .meta({ leastRole: 'nobody' })
    .route({ method: 'GET', path: '/channel.m3u', tags: ['guide'] })
    .output(z.file()),
};
