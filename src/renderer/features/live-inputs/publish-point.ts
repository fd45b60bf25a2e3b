/** Where a publisher sends to, in the two parts that encoders ask for. */
export interface PublishPoint {
  /** `rtmp://host:port/app` */
  readonly server: string;
  /** Encoders call it the stream key. */
  readonly key: string;
}

/** Where an input is published, from the address at which the channel itself is played: the same application under another key. */
export function publishPoint(playAddress: string, key: string): PublishPoint {
  return { server: playAddress.replace(/\/[^/]*$/, ''), key };
}
