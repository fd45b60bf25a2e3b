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

/** Copies a text to the clipboard, and says so. A page that came over plain HTTP has no clipboard: the text beside it is then to be selected. */
export function CopyButton({ name, text }: CopyButtonProps) {
  const [copying, setCopying] = useState<Copying>('offered');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopying('copied');
    } catch {
      setCopying('refused');
    }
  };
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
