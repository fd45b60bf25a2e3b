import type { Input, Output } from '../../../shared/engine-protocol/index.ts';
import type { IdGenerator } from '../ports/ids.ts';
import { type Answer, granted, refused } from '../refusal.ts';
import { restoreSecrets } from './hide-secrets.ts';

/** Where a list is kept, and what it is called in an answer that names a place in it. */
export interface ListPlace<T> {
  readonly name: 'inputs' | 'outputs';
  readonly read: () => readonly T[];
  /** @throws the system's error when it can't be written; then nothing has changed. */
  readonly write: (list: T[]) => Promise<void>;
}

/** A list of the station's configuration that is changed whole: one change at a time, and none that was made from a list that is not there any more. */
export class KeptList<T extends Input | Output> {
  readonly #place: ListPlace<T>;
  readonly #ids: IdGenerator;
  #revision: string;
  #work: Promise<unknown> = Promise.resolve();

  constructor(place: ListPlace<T>, ids: IdGenerator) {
    this.#place = place;
    this.#ids = ids;
    this.#revision = ids.next();
  }

  /** Names the list as it is now: another one after each change and each start of the station. */
  get revision(): string {
    return this.#revision;
  }

  /**
   * Makes this the list, with the secrets that were sent back hidden put in again. Refused as STALE_REVISION when another list came in between, as BAD_INPUT where
   * there is no secret to put in.
   * @param expected the revision that it was made from; null: whatever is there
   */
  replace(sent: readonly T[], expected: string | null): Promise<Answer<readonly T[]>> {
    const done = this.#work.then(() => this.#replace(sent, expected));
    // Whoever asked is told of a failure; the next change does not hang on it.
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #replace(sent: readonly T[], expected: string | null): Promise<Answer<readonly T[]>> {
    const { name, read, write } = this.#place;
    if (expected !== null && expected !== this.#revision)
      return refused('STALE_REVISION', `The ${name} were changed in between; read them again`);
    const kept = read();
    const list: T[] = [];
    for (const [index, each] of sent.entries()) {
      const restored = restoreSecrets(each, kept.find(({ id }) => id === each.id) ?? null, `${name}.${index}`);
      if (!restored.ok) return restored;
      list.push(restored.value);
    }
    await write(list);
    this.#revision = this.#ids.next();
    return granted(list);
  }
}
