/**
 * The live inputs: sources that the station watches, and airs when told.
 *
 * - The station's configuration holds them; the engine watches them and says how each does.
 * - A secret goes in and never comes out; the key of a publisher is the station's own to give out.
 */
export { InputsService } from './inputs-service.ts';
