/** Marks a place that the types say can't be reached: a union that grows without its switch does not compile. @throws when it is reached. */
export function assertNever(value: never): never {
  throw new Error(`Not foreseen: ${JSON.stringify(value)}`);
}
