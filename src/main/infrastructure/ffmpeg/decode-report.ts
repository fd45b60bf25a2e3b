import { decibels, milliseconds } from '../../../shared/time/index.ts';
import type { DecodeFacts } from '../../domain/library/index.ts';
import { NOTHING_UNEVENTFUL, readUneventfulLine, type UneventfulReport, uneventfulStretches } from './read-uneventful-line.ts';

/** What FFmpeg's lines have told so far about a file that is being decoded. */
export interface DecodeReport {
  readonly pictureFrames: number;
  readonly decodedMs: number;
  readonly errorCount: number;
  readonly openingErrorCount: number;
  readonly isCutShort: boolean;
  readonly isFinished: boolean;
  readonly integratedLufs: number | null;
  readonly truePeakDb: number | null;
  readonly uneventful: UneventfulReport;
}

/** The report before the first line. */
export const NOTHING_DECODED: DecodeReport = {
  pictureFrames: 0,
  decodedMs: 0,
  errorCount: 0,
  openingErrorCount: 0,
  isCutShort: false,
  isFinished: false,
  integratedLufs: null,
  truePeakDb: null,
  uneventful: NOTHING_UNEVENTFUL,
};

/** How a complaint begins: the parts of FFmpeg it comes from, if any, and its level. A file's name can only come after that. */
const COMPLAINT = /^(?:\[[^\]]+ @ 0x[0-9a-f]+\] )*\[(?:error|fatal|panic)\] /;
const DAMAGED_DATA = /^\[warning\] .*: corrupt (?:decoded frame|input packet) in stream/;

/** The demuxers' words for a file that ends before it should. */
const CUT_SHORT = /^\[[^\]]+ @ 0x[0-9a-f]+\] \[error\] .*(?:partial file|File ended prematurely)$/;

/** Lines at error level that sound files cause too: how an open GOP begins, and tags at the end of a sound stream. */
const HARMLESS =
  /co located POCs unavailable|Missing reference picture|mmco: unref short failure|reference picture missing during reorder|Could not find ref with POC|Skipping invalid undecodable NALU|Header missing|non monotonically increasing dts|number of reference frames .* exceeds max/;

/** Takes one line of FFmpeg's stderr, as `decodeArguments` makes it print, into the report. */
export function readDecodeLine(report: DecodeReport, line: string): DecodeReport {
  const progress = /^(frame|out_time_us|progress)=\s*(\S+)/.exec(line);
  if (progress) return readProgress(report, progress[1] ?? '', progress[2] ?? '');
  const loudness = /^\s+(I|Peak):\s+(-?[\d.]+|-?inf) (?:LUFS|dBFS)/.exec(line);
  if (loudness) return readLoudness(report, loudness[1] ?? '', loudness[2] ?? '');
  const uneventful = readUneventfulLine(report.uneventful, line);
  return uneventful === report.uneventful ? readComplaint(report, line) : { ...report, uneventful };
}

/** The facts once FFmpeg has ended. */
export function decodeFacts(report: DecodeReport): DecodeFacts {
  const { pictureFrames, errorCount, openingErrorCount, isCutShort, isFinished, integratedLufs, truePeakDb } = report;
  const isLoud = integratedLufs !== null && truePeakDb !== null;
  return {
    pictureFrames,
    errorCount,
    openingErrorCount,
    isCutShort,
    isFinished,
    decodedDuration: milliseconds(report.decodedMs),
    uneventful: uneventfulStretches(report.uneventful, report.decodedMs),
    loudness: isLoud ? { integratedLufs, truePeakDb: decibels(truePeakDb) } : null,
  };
}

function readProgress(report: DecodeReport, name: string, value: string): DecodeReport {
  if (name === 'progress') return { ...report, isFinished: value === 'end' };
  const count = Number(value);
  if (!Number.isFinite(count)) return report;
  return name === 'frame' ? { ...report, pictureFrames: count } : { ...report, decodedMs: count / 1000 };
}

/** The loudness filter says -70 LUFS and -inf dBFS of silence: there is nothing to measure then. */
function readLoudness(report: DecodeReport, name: string, value: string): DecodeReport {
  const level = Number(value);
  if (name === 'Peak') return { ...report, truePeakDb: Number.isFinite(level) ? level : null };
  return { ...report, integratedLufs: Number.isFinite(level) && level > -70 ? level : null };
}

function readComplaint(report: DecodeReport, line: string): DecodeReport {
  const isComplaint = COMPLAINT.test(line) || DAMAGED_DATA.test(line);
  if (!isComplaint || HARMLESS.test(line)) return report;
  // FFmpeg tells how far it is as soon as it has the first picture.
  const openingErrorCount = report.openingErrorCount + (report.pictureFrames === 0 ? 1 : 0);
  return { ...report, errorCount: report.errorCount + 1, openingErrorCount, isCutShort: report.isCutShort || CUT_SHORT.test(line) };
}
