import { createHash } from 'node:crypto';
import { type Evidence, sealedText } from '../../../shared/engine-protocol/index.ts';
import type { EvidenceSeal } from '../../application/ports/evidence-seal.ts';

/** The engine's seal: SHA-256 (hex) of a record's sealed text. */
export class Sha256EvidenceSeal implements EvidenceSeal {
  readonly isWhole = (record: Evidence): boolean => createHash('sha256').update(sealedText(record)).digest('hex') === record.hash;
}
