interface WordsInputProps {
  readonly words: readonly string[];
  readonly placeholder: string;
  readonly onChange: (words: string[]) => void;
}

/** An input for several words, with commas between them. They count when it is left, so that a comma can be typed. */
export function WordsInput({ words, placeholder, onChange }: WordsInputProps) {
  return (
    <input
      key={words.join()}
      placeholder={placeholder}
      defaultValue={words.join(', ')}
      onBlur={({ target }) => target.value !== words.join(', ') && onChange(wordsOf(target.value))}
    />
  );
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
