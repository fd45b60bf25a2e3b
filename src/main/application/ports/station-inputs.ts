/** The live inputs that a plan can name. */
export interface StationInputs {
  /** As they are kept now. */
  readonly list: () => readonly StationInput[];
}

/** A live input by the id that plans name, and the name that an operator gave it. */
export interface StationInput {
  readonly id: string;
  readonly name: string;
  /** Whether it is watched; one that is off can't air. */
  readonly enabled: boolean;
}
