/**
 * Ready-made plans to start from, one a kind of station.
 *
 * - Each is a whole plan, valid as it stands, that a person puts in force or changes first.
 * - They choose by words that a library is likely to have (genres, series); where a library has none of them, any programme stands in.
 * - Their time zone is UTC: whoever takes one sets the station's own.
 */
export { PLAN_TEMPLATES } from './plan-templates.ts';
