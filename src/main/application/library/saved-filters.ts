import type { SavedFilter as SavedFilterView } from '../../../shared/contract/index.ts';
import { parseSearch } from '../../domain/library/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Answer } from '../refusal.ts';
import { badInput, notFound } from './refused.ts';

/** What keeping searches works with. */
export interface SavedFiltersParts {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

/** Searches that people keep under a name, for everybody at the station. */
export class SavedFilters {
  readonly #parts: SavedFiltersParts;

  constructor(parts: SavedFiltersParts) {
    this.#parts = parts;
  }

  /** In the order of names. */
  async list(): Promise<SavedFilterView[]> {
    return [...(await this.#parts.unitOfWork.run(({ savedFilters }) => savedFilters.list()))];
  }

  /** Keeps a search in place of the one of that name; refuses one that can't be understood. */
  async save(name: string, search: string): Promise<Answer<SavedFilterView>> {
    const parsed = parseSearch(search, this.#parts.clock.now());
    if (!parsed.ok) return badInput('search', parsed.message);
    const filter = { id: this.#parts.ids.next(), name, search };
    return { ok: true, value: await this.#parts.unitOfWork.run(({ savedFilters }) => savedFilters.put(filter)) };
  }

  async remove(id: string): Promise<Answer<Record<string, never>>> {
    const isRemoved = await this.#parts.unitOfWork.run(({ savedFilters }) => savedFilters.remove(id));
    return isRemoved ? { ok: true, value: {} } : notFound('No such saved filter');
  }
}
