import type { RtmpMessage } from './rtmp-message.ts';

/** A publisher that was taken in. Nothing is received after `end`. */
export interface Publication {
  receive(message: RtmpMessage): void;
  end(): void;
}

/** Who decides on publishers: gives a publication for a key, or says in words for the publisher why not. */
export interface PublishDesk {
  open(key: string): Publication | string;
}
