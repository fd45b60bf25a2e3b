import { createHash, randomBytes } from 'node:crypto';
import type { TokenMaker } from '../../application/ports/token-maker.ts';

/** 256 random bits a token. */
export class RandomTokenMaker implements TokenMaker {
  make(): string {
    return randomBytes(32).toString('base64url');
  }

  hash(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
