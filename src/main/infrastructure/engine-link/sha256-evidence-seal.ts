import { createHash } from 'node:crypto';
import type { Evidence } from '../../../shared/engine-protocol/evidence.ts';
import type { EvidenceSeal } from '../../application/ports/evidence-seal.ts';

/** The engine's seal: SHA-256 (hex) of the hash before and the record's JSON without its own hash. */
export class Sha256EvidenceSeal implements EvidenceSeal {
  readonly isWhole = ({ hash, ...sealed }: Evidence): boolean => {
    return createHash('sha256').update(sealed.prevHash).update(JSON.stringify(sealed)).digest('hex') === hash;
  };
}
