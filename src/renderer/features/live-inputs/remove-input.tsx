import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { useInputStore } from './input-store.ts';

/** Takes the opened input away, when asked twice. */
export function RemoveInput({ name }: { readonly name: string }) {
  const { calls } = useStation().client;
  const { remove, isBusy } = useInputStore();
  const [isAsked, ask] = useState(false);
  if (!isAsked) {
    return (
      <Button tone="quiet" icon={<Trash2 />} onClick={() => ask(true)}>
        Remove…
      </Button>
    );
  }
  return (
    <p className="remove-input">
      If it is on air, the schedule comes back.
      <Button tone="plain" icon={<Trash2 />} autoFocus disabled={isBusy} onClick={() => void remove(calls)}>
        Remove {name}
      </Button>
    </p>
  );
}
