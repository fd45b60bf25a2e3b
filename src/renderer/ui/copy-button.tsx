import { Check, Copy, TextSelect } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';

type Copying = 'offered' | 'copied' | 'refused';

const WORDS: Readonly<Record<Copying, string>> = { offered: 'Copy', copied: 'Copied', refused: 'Select it' };
const FORMS = { offered: Copy, copied: Check, refused: TextSelect } as const;

interface CopyButtonProps {
  /** What is copied, for those who don't see what stands beside it. */
  readonly name: string;
  readonly text: string;
}

/** Copies a text to the clipboard, and says so; or that the text beside it is to be selected, where the browser does not let it. */
export function CopyButton({ name, text }: CopyButtonProps) {
  const [copying, setCopying] = useState<Copying>('offered');
  const copy = async () => setCopying((await isCopied(text)) ? 'copied' : 'refused');
  const Form = FORMS[copying];
  return (
    <Button
      tone="quiet"
      icon={<Form />}
      aria-label={`${WORDS[copying]}: ${name}`}
      onClick={() => void copy()}
      onBlur={() => setCopying('offered')}
    >
      {WORDS[copying]}
    </Button>
  );
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page that came over plain HTTP has no clipboard of that kind; a copy that it was asked for, it may still fill.
    return isCopiedAsAsked(text);
  }
}

function isCopiedAsAsked(text: string): boolean {
  let isFilled = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isFilled = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return isFilled;
}
