import type { SelectionAnswer, SelectionRequest } from '../../../shared/contract/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { type Candidate, NOBODY, type Place, parseSearch, selectMore } from '../../domain/library/index.ts';
import type { LibraryCatalogue } from '../ports/library-catalogue.ts';
import type { Answer } from '../refusal.ts';
import { badInput } from './refused.ts';

/** How many assets are judged at a time: a few milliseconds of work, after which everything else has its turn. */
const BATCH = 500;

/** Finds who may fill a place of the schedule, and says of everybody else in the pool why not. */
export class SelectForPlace {
  readonly #catalogue: LibraryCatalogue;

  constructor(catalogue: LibraryCatalogue) {
    this.#catalogue = catalogue;
  }

  async select({ criteria, at, lengthMs }: SelectionRequest): Promise<Answer<SelectionAnswer>> {
    const instant = milliseconds(Date.parse(at));
    const parsed = parseSearch(criteria.search ?? '', instant);
    if (!parsed.ok) return badInput('criteria.search', parsed.message);
    const place: Place = {
      ...criteria,
      at: instant,
      length: milliseconds(lengthMs),
      leastLength: milliseconds(criteria.leastLengthMs),
      cooldown: milliseconds(criteria.cooldownMs),
      contentRatings: criteria.contentRatings ?? null,
    };
    let selection = NOBODY;
    for (let after = 0; ; ) {
      const page = await this.#catalogue.listCandidates(parsed.search, after, BATCH);
      selection = selectMore(selection, page.candidates, place, criteria.limit);
      if (page.next === null) break;
      after = page.next;
    }
    const { candidates, refused, candidateCount, refusedCount } = selection;
    return {
      ok: true,
      value: {
        candidates: candidates.map(candidateView),
        candidateCount,
        refused: refused.map(({ candidate, rule }) => ({ ...candidateView(candidate), rule })),
        refusedCount,
      },
    };
  }
}

function candidateView({ id, houseId, title, kind, playLength, lastAiredAt }: Candidate): SelectionAnswer['candidates'][number] {
  const lastAired = lastAiredAt === null ? null : new Date(lastAiredAt).toISOString();
  return { assetId: id, houseId, title, kind, playLengthMs: playLength, lastAiredAt: lastAired };
}
