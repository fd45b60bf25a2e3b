import { type ProgramStreams, readProgramMapPid, readProgramStreams } from './program-tables.ts';
import { PACKET_BYTES } from './ts-packet.ts';

const ASSOCIATION_PID = 0;
const NO_STREAMS: ProgramStreams = { videoPid: null, audioPid: null };

/** Keeps the latest tables of a stream and knows from them which PIDs carry picture and sound. */
export class ProgramWatch {
  #mapPid: number | null = null;
  #streams = NO_STREAMS;
  #association: Buffer | null = null;
  #map: Buffer | null = null;

  /** The PIDs by the latest map; none before there was one. */
  get streams(): ProgramStreams {
    return this.#streams;
  }

  /** Looks at a packet that may hold a table. Broken tables are passed over; the last good ones stand. */
  observe(bytes: Buffer, at: number, pid: number): void {
    if (pid === ASSOCIATION_PID) this.#takeAssociation(bytes, at);
    else if (pid === this.#mapPid) this.#takeMap(bytes, at);
  }

  /** PAT and PMT as two packets of one new buffer; null before both were seen. */
  copyTables(): Buffer | null {
    return this.#association && this.#map ? Buffer.concat([this.#association, this.#map]) : null;
  }

  #takeAssociation(bytes: Buffer, at: number): void {
    const mapPid = readProgramMapPid(bytes, at);
    if (mapPid === null) return;
    this.#mapPid = mapPid;
    this.#association = Buffer.from(bytes.subarray(at, at + PACKET_BYTES));
  }

  #takeMap(bytes: Buffer, at: number): void {
    const streams = readProgramStreams(bytes, at);
    if (streams === null) return;
    this.#streams = streams;
    this.#map = Buffer.from(bytes.subarray(at, at + PACKET_BYTES));
  }
}
