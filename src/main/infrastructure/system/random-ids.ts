import { randomUUID } from 'node:crypto';
import type { IdGenerator } from '../../application/ports/ids.ts';

/** Ids by chance: UUIDs of version 4 (RFC 9562). */
export class RandomIds implements IdGenerator {
  next(): string {
    return randomUUID();
  }
}
