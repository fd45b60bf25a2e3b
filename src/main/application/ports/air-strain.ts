/** Whether the air has trouble keeping up, so that work that can wait should. */
export interface AirStrain {
  readonly isStrained: () => boolean;
}
