import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { MOST_POD_PARTS, POD_PART_NAMES, POD_PARTS, type PodPart } from './break-patterns.ts';
import { movedBy } from './moved-by.ts';
import './pod-recipe.css';

interface PodRecipeProps {
  readonly pod: readonly PodPart[];
  readonly onChange: (pod: PodPart[]) => void;
}

/** What a break is made of, in the order it airs. Alt+arrows move the part in hand, Del takes it out. */
export function PodRecipe({ pod, onChange }: PodRecipeProps) {
  return (
    <div className="pod-recipe">
      <ol aria-label="Pod recipe">
        {pod.map((part, index) => (
          <PodPartRow key={index} pod={pod} part={part} index={index} onChange={onChange} />
        ))}
      </ol>
      <div className="pod-recipe-add">
        {POD_PARTS.map((part) => (
          <button key={part} type="button" disabled={pod.length >= MOST_POD_PARTS} onClick={() => onChange([...pod, part])}>
            <Plus />
            {POD_PART_NAMES[part]}
          </button>
        ))}
      </div>
    </div>
  );
}

interface PodPartRowProps extends PodRecipeProps {
  readonly part: PodPart;
  readonly index: number;
}

function PodPartRow({ pod, part, index, onChange }: PodPartRowProps) {
  const name = POD_PART_NAMES[part];
  const move = (by: number) => onChange(movedBy(pod, index, by));
  const remove = () => pod.length > 1 && onChange(pod.filter((_, at) => at !== index));
  const byKey = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Delete') remove();
    else if (by !== undefined) step(event.currentTarget, by, event.altKey ? move : null);
    else return;
    event.preventDefault();
  };
  return (
    <li className={`pod-part pod-part-${part}`}>
      <button type="button" className="pod-part-name" aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete" onKeyDown={byKey}>
        <i>{index + 1}</i>
        {name}
      </button>
      <button type="button" aria-label={`Move ${name} earlier`} disabled={index === 0} onClick={() => move(-1)}>
        <ArrowUp />
      </button>
      <button type="button" aria-label={`Move ${name} later`} disabled={index === pod.length - 1} onClick={() => move(1)}>
        <ArrowDown />
      </button>
      <button type="button" aria-label={`Remove ${name}`} disabled={pod.length === 1} onClick={remove}>
        <X />
      </button>
    </li>
  );
}

/** Goes to the row above or below, and takes the part along when `move` is given. */
function step(from: HTMLElement, by: number, move: ((by: number) => void) | null): void {
  const row = from.closest('li');
  const to = by < 0 ? row?.previousElementSibling : row?.nextElementSibling;
  if (to === null || to === undefined) return;
  move?.(by);
  to.querySelector<HTMLElement>('.pod-part-name')?.focus();
}
