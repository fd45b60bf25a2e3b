import { Plus } from 'lucide-react';
import type { Plan } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BreakPatternEditor } from './break-pattern-editor.tsx';
import { breakLengthWords, breakPatternWords, daypartsWith, newBreakPattern } from './break-patterns.ts';
import { useRulesStore } from './rules-store.ts';
import './breaks-section.css';
import './rule-list.css';

/** The break patterns: a list, and the one in hand. Dayparts choose among them. */
export function BreaksSection({ plan }: { readonly plan: Plan }) {
  const { pattern: chosen, selectPattern, change } = useRulesStore();
  const pattern = plan.breakPatterns.find(({ id }) => id === chosen) ?? plan.breakPatterns[0];
  const add = () => {
    const made = newBreakPattern(plan);
    change({ ...plan, breakPatterns: [...plan.breakPatterns, made] });
    selectPattern(made.id);
  };
  const actions = (
    <Button tone="plain" icon={<Plus />} onClick={add}>
      Add a pattern
    </Button>
  );
  return (
    <div className="breaks-section">
      <Panel title="Break patterns" note={plan.breakPatterns.length} actions={actions}>
        {pattern === undefined ? (
          <p className="hint">No breaks anywhere. Add a pattern, then choose it for the dayparts that have breaks.</p>
        ) : (
          <div className="rule-list">
            {plan.breakPatterns.map((each) => (
              <button key={each.id} type="button" aria-pressed={each.id === pattern.id} onClick={() => selectPattern(each.id)}>
                <b className="ellipsis">{each.name}</b>
                <span className="rule-list-figure">{breakLengthWords(each.lengthSeconds)}</span>
                <span className="ellipsis">{breakPatternWords(each)}</span>
                <span className="rule-list-figure">{usersWords(daypartsWith(plan, each.id).length)}</span>
              </button>
            ))}
          </div>
        )}
      </Panel>
      {pattern !== undefined && <BreakPatternEditor plan={plan} pattern={pattern} />}
    </div>
  );
}

function usersWords(count: number): string {
  if (count === 0) return 'not used';
  return count === 1 ? '1 daypart' : `${count} dayparts`;
}
