import { Trash2 } from 'lucide-react';
import type { BreakPattern, Plan } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { daypartsWith, withBreakPattern, withoutBreakPattern } from './break-patterns.ts';
import { PodRecipe } from './pod-recipe.tsx';
import { RuleField } from './rule-field.tsx';
import { useRulesStore } from './rules-store.ts';

/** One break pattern: when its breaks come, how long they are, and what is in them. */
export function BreakPatternEditor({ plan, pattern }: { readonly plan: Plan; readonly pattern: BreakPattern }) {
  const { change, selectPattern } = useRulesStore();
  const field = `breakPatterns.${plan.breakPatterns.indexOf(pattern)}`;
  const edit = (part: Partial<BreakPattern>) => change(withBreakPattern(plan, { ...pattern, ...part }));
  const users = daypartsWith(plan, pattern.id);
  const remove = () => {
    change(withoutBreakPattern(plan, pattern.id));
    selectPattern(null);
  };
  const actions = (
    <Button
      tone="quiet"
      icon={<Trash2 />}
      title={users.length === 0 ? 'Remove this pattern' : `Leaves ${users.join(', ')} without breaks`}
      onClick={remove}
    >
      Remove
    </Button>
  );
  return (
    <Panel title="Break pattern" note={pattern.name} actions={actions}>
      <div className="break-pattern-editor">
        <RuleField label="Name" field={`${field}.name`}>
          <input value={pattern.name} onChange={({ target }) => edit({ name: target.value })} />
        </RuleField>
        <RuleField label="Between" field={`${field}.between`}>
          <select value={String(pattern.between)} onChange={({ target }) => edit({ between: target.value === 'true' })}>
            <option value="true">A break after each programme</option>
            <option value="false">None between programmes</option>
          </select>
        </RuleField>
        <InsideFields inside={pattern.inside} field={`${field}.inside`} onChange={(inside) => edit({ inside })} />
        <RuleField label="Length, s" field={`${field}.lengthSeconds`}>
          <NumberInput value={pattern.lengthSeconds} min={5} max={1800} onChange={(lengthSeconds) => edit({ lengthSeconds })} />
        </RuleField>
        <RuleField label="Most spots" field={`${field}.mostSpots`}>
          <NumberInput value={pattern.mostSpots} min={0} max={50} onChange={(mostSpots) => edit({ mostSpots })} />
        </RuleField>
        <h3 className="caption">Pod recipe, in the order it airs</h3>
        <PodRecipe pod={pattern.pod} onChange={(pod) => edit({ pod })} />
        <p className="break-pattern-users">
          {users.length === 0 ? 'No daypart has it: choose it for one under Week.' : `Dayparts: ${users.join(', ')}`}
        </p>
      </div>
    </Panel>
  );
}

type Inside = BreakPattern['inside'];

interface InsideFieldsProps {
  readonly inside: Inside;
  readonly field: string;
  readonly onChange: (inside: Inside) => void;
}

function InsideFields({ inside, field, onChange }: InsideFieldsProps) {
  const choose = (type: Inside['type']) => onChange(type === 'every' ? { type, minutes: 15 } : { type });
  return (
    <>
      <RuleField label="Inside" field={`${field}.type`}>
        <select value={inside.type} onChange={({ target }) => choose(target.value as Inside['type'])}>
          <option value="none">None inside programmes</option>
          <option value="markers">At the break marks of the programme</option>
          <option value="every">Every so many minutes</option>
        </select>
      </RuleField>
      {inside.type === 'every' && (
        <RuleField label="Every, min" field={`${field}.minutes`}>
          <NumberInput value={inside.minutes} min={1} max={240} onChange={(minutes) => onChange({ type: 'every', minutes })} />
        </RuleField>
      )}
    </>
  );
}
