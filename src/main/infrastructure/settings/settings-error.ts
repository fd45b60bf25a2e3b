/** The station can't start as it was told to. The message is for the person who told it, and says what to change. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
