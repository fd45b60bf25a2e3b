import { Plus, Settings2 } from 'lucide-react';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { denied, useDenial } from '../session/index.ts';
import { useInputStore } from './input-store.ts';
import { pageRandom } from './page-random.ts';

/** Opens the dialog on a new input. Grey, with the reason, for those who may not add one. */
export function AddInputButton() {
  const { calls } = useStation().client;
  const open = useInputStore((state) => state.open);
  const denial = useDenial('admin');
  return (
    <Button tone="quiet" icon={<Plus />} {...denied(denial)} onClick={() => void open(calls, null, pageRandom)}>
      Add input
    </Button>
  );
}

/** Opens the dialog on an input, to be changed, or to copy where it is published. */
export function InputSettingsButton({ id, name }: { readonly id: string; readonly name: string }) {
  const { calls } = useStation().client;
  const open = useInputStore((state) => state.open);
  const denial = useDenial('operator');
  return (
    <Button
      tone="quiet"
      icon={<Settings2 />}
      aria-label={`Settings of ${name}`}
      title="Settings, and where to publish"
      {...denied(denial)}
      onClick={() => void open(calls, id, pageRandom)}
    >
      {null}
    </Button>
  );
}
