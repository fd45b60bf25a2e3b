import type { AsRunRepository } from './as-run-repository.ts';
import type { AssetRepository } from './asset-repository.ts';
import type { CampaignRepository } from './campaign-repository.ts';
import type { EvidenceInbox } from './evidence-inbox.ts';
import type { ImportRepository } from './import-repository.ts';
import type { PlanRepository } from './plan-repository.ts';
import type { PlaylogEditRepository } from './playlog-edit-repository.ts';
import type { PlaylogRepository } from './playlog-repository.ts';
import type { SavedFilterRepository } from './saved-filter-repository.ts';
import type { SchedulingLibrary } from './scheduling-library.ts';
import type { SessionRepository } from './session-repository.ts';
import type { UserRepository } from './user-repository.ts';

/** Everything that a unit of work can read and write. */
export interface Repositories {
  readonly assets: AssetRepository;
  readonly imports: ImportRepository;
  readonly savedFilters: SavedFilterRepository;
  readonly playlog: PlaylogRepository;
  readonly playlogEdits: PlaylogEditRepository;
  readonly plan: PlanRepository;
  readonly campaigns: CampaignRepository;
  readonly schedulingLibrary: SchedulingLibrary;
  readonly asRun: AsRunRepository;
  readonly evidence: EvidenceInbox;
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
}

/**
 * The only door for writing: what is done inside one run happens altogether or not at all.
 *
 * - Runs take turns; a second one waits until the first has ended.
 * - Inside a run await nothing but its repositories: whatever else is awaited keeps every other writer waiting.
 * - A run inside a run is a defect and throws.
 */
export interface UnitOfWork {
  /** Runs `work` and keeps what it wrote, or, when it throws, undoes all of it and throws the same. */
  run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}
