/**
 * Holds the replies of one run against those of another.
 * Flow:    journey (twice) → here → replies.
 * Promise: every reply that differs is found, also one that is missing; the words show where the first difference
 *          stands.
 */
export interface KeptReply {
  /** What was asked: step, method, path template, who asks. */
  readonly asked: string;
  /** Status, headers and body, without what differs between any two runs. */
  readonly answer: string;
}

interface Difference {
  readonly asked: string;
  readonly before: string;
  readonly after: string;
}

const AROUND = 120;

export function differencesOf(before: readonly KeptReply[], after: readonly KeptReply[]): readonly Difference[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, place) => [before[place], after[place]] as const).flatMap(([one, other]) => {
    if (one !== undefined && other !== undefined && one.asked === other.asked && one.answer === other.answer) return [];
    const asked = [...new Set([one?.asked, other?.asked])].filter((each) => each !== undefined).join(' / ');
    return [{ asked, ...firstDifference(one?.answer ?? '', other?.answer ?? '') }];
  });
}

function firstDifference(before: string, after: string): { readonly before: string; readonly after: string } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const part = (text: string): string => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return { before: part(before), after: part(after) };
}

export const wordsOfDifferences = (differences: readonly Difference[], most: number): string =>
  differences
    .slice(0, most)
    .map(({ asked, before, after }) => `${asked}\n  before: …${before}…\n  after:  …${after}…\n`)
    .join('\n');

export const linesOfReplies = (replies: readonly KeptReply[]): string =>
  replies.map(({ asked, answer }) => `### ${asked}\n${answer}\n`).join('\n');
