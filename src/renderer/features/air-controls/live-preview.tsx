import { useStatusBy } from '../air/index.ts';
import { INPUT_STATE_WORDS, isComing } from './input-state-words.ts';
import { InputThumbnail } from './input-thumbnail.tsx';
import { PreviewFrame } from './preview-frame.tsx';

/** What a live input shows now. */
export function LivePreview({ inputId }: { readonly inputId: string }) {
  const status = useStatusBy((now) => JSON.stringify(now?.inputs.find(({ id }) => id === inputId) ?? null));
  const input = status?.inputs.find(({ id }) => id === inputId);
  return (
    <PreviewFrame title={input?.name ?? 'It is no longer there'} note={input ? INPUT_STATE_WORDS[input.state] : ''}>
      <InputThumbnail id={inputId} isComing={input !== undefined && isComing(input)} />
    </PreviewFrame>
  );
}
