/**
 * Copies of the station's database.
 *
 * - One is made by itself every day; the newest seven are kept.
 * - Restoring happens when the station starts, before anything reads the database; what it replaces is kept beside it.
 */
export * from './keep-backups.ts';
