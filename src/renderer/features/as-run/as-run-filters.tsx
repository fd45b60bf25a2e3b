import type { AsRunRow, AssetKind } from '../../../shared/contract/index.ts';
import { kindName } from '../../ui/kind-mark.tsx';
import type { AsRunFilter } from './as-run-filter.ts';
import { OUTCOME_CHOICES, outcomeWord } from './as-run-words.ts';

interface AsRunFiltersProps {
  readonly rows: readonly AsRunRow[];
  readonly filter: AsRunFilter;
  readonly onChange: (filter: AsRunFilter) => void;
}

/** Which rows are shown: by kind, by what became of them, by words. */
export function AsRunFilters({ rows, filter, onChange }: AsRunFiltersProps) {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].toSorted();
  return (
    <search className="as-run-filters">
      <select
        aria-label="Kind"
        value={filter.kind ?? ''}
        onChange={({ target }) => onChange({ ...filter, kind: (target.value || null) as AssetKind | null })}
      >
        <option value="">All kinds</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind)}
          </option>
        ))}
      </select>
      <select
        aria-label="Outcome"
        value={filter.outcome ?? ''}
        onChange={({ target }) => onChange({ ...filter, outcome: (target.value || null) as AsRunFilter['outcome'] })}
      >
        <option value="">All outcomes</option>
        <option value="differs">Differs from plan</option>
        {OUTCOME_CHOICES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {outcomeWord(outcome)}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label="Find in the log"
        placeholder="Title, house ID, name …"
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
    </search>
  );
}
