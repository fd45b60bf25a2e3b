/** Knows the children that are alive, so that what a crash leaves behind can be found and ended. */
export interface ChildRegistry {
  started(pid: number, name: string): void;
  ended(pid: number): void;
}
