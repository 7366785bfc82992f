/**
 * The measured figures that a capacity is reckoned from, each with the words of docs/bench.md that it was taken from.
 * Flow:    docs/bench.md → here → reckon.
 * Promise: test/scripts/capacity.test.ts finds every one of them there; a figure that was measured anew is changed in
 *          both places, or the test fails.
 * Source:  docs/bench.md.
 */
export interface MeasuredFigure {
  readonly value: number;
  readonly unit: string;
  readonly what: string;
  /** As it stands in docs/bench.md. */
  readonly quoted: string;
}

/** Of several measurements the slower one: whoever plans a machine wants no luck. */
export const figures = {
  useMicroseconds: {
    value: 653,
    unit: 'µs',
    what: 'processor time of one use on the thread that answers',
    quoted: '653 µs against 578 µs',
  },
  checkMicroseconds: {
    value: 217,
    unit: 'µs',
    what: 'processor time of one check on the same thread',
    quoted: '217 µs against 261 µs',
  },
  usesPerSecond: {
    value: 1112,
    unit: 'a second',
    what: 'durable uses over HTTP with 64 connections, one node on a busy machine with 2 cores',
    quoted: '1112 against 14733 a second',
  },
  usesPerSecondInBatches: {
    value: 2070,
    unit: 'a second',
    what: 'durable uses in process, 256 a commit: what batches come near to',
    quoted: '2070 against 27045 a second',
  },
  verifySecondsAMillion: {
    value: 68.7,
    unit: 's',
    what: 'checking the structure of a million entries',
    quoted: 'a million entries in 68.7 s',
  },
  importedPerSecond: {
    value: 702,
    unit: 'a second',
    what: 'lines of a bulk import',
    quoted: '702 against 66940 lines',
  },
  idleMegabytes: { value: 231, unit: 'MB', what: 'memory of a node that does nothing', quoted: 'idle RSS 231 MB' },
  bytesAUse: {
    value: 1406,
    unit: 'bytes',
    what: 'disk that one use takes, with its indexes and stored reply',
    quoted: '1406 bytes a use',
  },
  bytesAPerson: {
    value: 3971,
    unit: 'bytes',
    what: 'disk that one person with one choice takes',
    quoted: '3971 a person',
  },
} as const satisfies Readonly<Record<string, MeasuredFigure>>;
