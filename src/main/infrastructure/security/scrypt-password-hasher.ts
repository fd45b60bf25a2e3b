import { type BinaryLike, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHasher } from '../../application/ports/password-hasher.ts';

/** What a guess costs. The defaults take 32 MB and some 100 ms on a small PC. */
export interface ScryptCost {
  /** CPU and memory cost, a power of two (RFC 7914: N). */
  readonly n: number;
  /** Block size (RFC 7914: r). */
  readonly r: number;
  /** Parallelism (RFC 7914: p). */
  readonly p: number;
}

export const DEFAULT_SCRYPT_COST: ScryptCost = { n: 32_768, r: 8, p: 1 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Hashes passwords with scrypt (RFC 7914) as `scrypt$n$r$p$salt$hash`, so that the cost can be raised without losing old ones. */
export class ScryptPasswordHasher implements PasswordHasher {
  readonly #cost: ScryptCost;

  constructor(cost: ScryptCost) {
    this.#cost = cost;
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await derive(password, salt, this.#cost);
    const { n, r, p } = this.#cost;
    return ['scrypt', n, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
  }

  async matches(password: string, hash: string): Promise<boolean> {
    const [scheme, n, r, p, salt, expected] = hash.split('$');
    if (scheme !== 'scrypt' || salt === undefined || expected === undefined) throw new Error('A stored password hash is not readable');
    const cost = { n: Number(n), r: Number(r), p: Number(p) };
    const key = await derive(password, Buffer.from(salt, 'base64url'), cost);
    return timingSafeEqual(key, Buffer.from(expected, 'base64url'));
  }
}

function derive(password: string, salt: BinaryLike, { n, r, p }: ScryptCost): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) => {
    // The same letters typed on two keyboards may be composed differently: compare one form.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
