import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { SimpleSelection } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { PartFields } from './choice-fields.tsx';
import { movedBy } from './moved-by.ts';
import './block-fields.css';

/** So many parts a block holds at most. */
const MOST = 100;

interface BlockFieldsProps {
  readonly parts: readonly SimpleSelection[];
  readonly field: string;
  readonly onChange: (parts: SimpleSelection[]) => void;
}

/** The parts of a block, each aired once, in order. */
export function BlockFields({ parts, field, onChange }: BlockFieldsProps) {
  return (
    <div className="block-fields">
      {parts.map((part, index) => (
        <fieldset key={index} aria-label={`Part ${index + 1}`}>
          <div className="block-part-bar">
            <b className="caption">Part {index + 1}</b>
            <button type="button" aria-label="Move earlier" disabled={index === 0} onClick={() => onChange(movedBy(parts, index, -1))}>
              <ArrowUp />
            </button>
            <button
              type="button"
              aria-label="Move later"
              disabled={index === parts.length - 1}
              onClick={() => onChange(movedBy(parts, index, 1))}
            >
              <ArrowDown />
            </button>
            <button
              type="button"
              aria-label="Remove part"
              disabled={parts.length === 1}
              onClick={() => onChange(parts.filter((_, at) => at !== index))}
            >
              <X />
            </button>
          </div>
          <PartFields selection={part} field={`${field}.${index}`} onChange={(changed) => onChange(parts.with(index, changed))} />
        </fieldset>
      ))}
      <Button
        tone="quiet"
        icon={<Plus />}
        disabled={parts.length >= MOST}
        onClick={() => onChange([...parts, { type: 'title', houseId: '' }])}
      >
        Add a part
      </Button>
    </div>
  );
}
