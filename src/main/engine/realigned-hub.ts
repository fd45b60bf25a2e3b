import type { StreamLine } from './clock/stream-line.ts';
import { type Burst, type Sink, type SinkStatus, StreamHub } from './hub/index.ts';

/** A hub that tells its sinks the channel's frames, also after the clock was set and they are no longer those of the stream. */
export class RealignedHub extends StreamHub {
  readonly #line: StreamLine;

  constructor(options: ConstructorParameters<typeof StreamHub>[0], line: StreamLine) {
    super(options);
    this.#line = line;
  }

  override attach(sink: Sink): void {
    super.attach(new RealignedSink(sink, this.#line));
  }
}

class RealignedSink implements Sink {
  readonly id: string;
  readonly type: SinkStatus['type'];
  readonly #sink: Sink;
  readonly #line: StreamLine;

  constructor(sink: Sink, line: StreamLine) {
    this.id = sink.id;
    this.type = sink.type;
    this.#sink = sink;
    this.#line = line;
  }

  receive(burst: Burst): void {
    const frame = this.#line.channelOf(burst.frame);
    this.#sink.receive(frame === burst.frame ? burst : { ...burst, frame });
  }

  restart(): void {
    this.#sink.restart();
  }

  status(): SinkStatus {
    return this.#sink.status();
  }

  close(): Promise<void> {
    return this.#sink.close();
  }
}
