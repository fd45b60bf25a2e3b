/**
 * The recorder: the whole channel kept in files of MPEG-TS.
 *
 * - A file begins at the first key frame in its part of the clock (UTC) and is named by that frame's time; put end to end, the files hold every frame.
 * - An unfinished file has a name of its own. One that a crash left is finished at the next start.
 * - Old recordings go by age, by total size, and when the disk is nearly full; with none left recording pauses, and the channel goes on.
 * - Nothing but its own recordings is ever removed.
 */
export { RecorderSink } from './recorder-sink.ts';
export { RecordingFolder } from './recording-folder.ts';
