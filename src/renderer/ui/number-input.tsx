interface NumberInputProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** An input for a whole number. What lies outside its bounds is told by the station, so that nothing typed is changed behind the writer's back. */
export function NumberInput({ value, min, max, onChange }: NumberInputProps) {
  return <input type="number" min={min} max={max} value={value} onChange={({ target }) => onChange(Math.round(Number(target.value)))} />;
}
