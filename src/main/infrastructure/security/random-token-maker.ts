import { createHash, randomBytes } from 'node:crypto';
import type { TokenMaker } from '../../application/ports/token-maker.ts';

/** 256 random bits a token. */
export class RandomTokenMaker implements TokenMaker {
  readonly make = (): string => randomBytes(32).toString('base64url');

  readonly hash = (token: string): string => createHash('sha256').update(token).digest('hex');
}
