/** Reading the playlog: what will air and what was planned, for consoles and other software. */
export { PlaylogQueries } from './playlog-queries.ts';
