/** A set-up step that can't go on, with words that tell a newcomer what to do. Shown without a stack. */
export class SetupFailure extends Error {
  /**
   * @param {string} message what is wrong
   * @param {readonly string[]} [remedies] lines that say what to do about it; commands stand alone on theirs
   */
  constructor(message, remedies = []) {
    super([message, ...remedies].join('\n  '));
    this.name = 'SetupFailure';
  }
}
