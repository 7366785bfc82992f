/**
 * What changed between two texts, word by word.
 * Flow:    answers/console/published → here.
 * Promise: pure; what is the same and what was taken out make up the text before, what is the same and what was put in
 *          the text after, to the letter.
 * Source:  decision 0127; Myers 1986 for the problem, solved here by the longest run of words that both have.
 */

export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many pairs of words the middle is told as one piece, so that a page never waits for it. */
const MOST_PAIRS = 2_000_000;

/** Words with the white space behind them. */
const wordsIn = (text: string): readonly string[] =>
  text.match(/\s*\S+\s*?(?=\s|$)|\s+$/gu) ?? (text === '' ? [] : [text]);

function alike(one: readonly string[], other: readonly string[], fromEnd: boolean): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && (fromEnd ? one.at(-1 - count) === other.at(-1 - count) : one[count] === other[count]))
    count += 1;
  return count;
}

/** How many words the best common run has from each pair of places on. */
function commonFrom(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let two = after.length - 1; two >= 0; two -= 1) {
      const [here, below] = [rows[one] as Uint32Array, rows[one + 1] as Uint32Array];
      here[two] =
        before[one] === after[two] ? (below[two + 1] ?? 0) + 1 : Math.max(below[two] ?? 0, here[two + 1] ?? 0);
    }
  return rows;
}

function middle(before: readonly string[], after: readonly string[]): readonly DiffPiece[] {
  if (before.length * after.length > MOST_PAIRS)
    return [
      { kind: 'removed', text: before.join('') },
      { kind: 'added', text: after.join('') },
    ];
  const rows = commonFrom(before, after);
  const pieces: DiffPiece[] = [];
  for (let [one, two] = [0, 0]; one < before.length || two < after.length; ) {
    const [gone, come] = [before[one], after[two]];
    if (gone !== undefined && gone === come) {
      pieces.push({ kind: 'same', text: gone });
      one += 1;
      two += 1;
    } else if (
      come === undefined ||
      (gone !== undefined && (rows[one + 1]?.[two] ?? 0) >= (rows[one]?.[two + 1] ?? 0))
    ) {
      pieces.push({ kind: 'removed', text: gone ?? '' });
      one += 1;
    } else {
      pieces.push({ kind: 'added', text: come });
      two += 1;
    }
  }
  return pieces;
}

/** Neighbours of one kind as one; what was taken out stands before what was put in. */
function joined(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const runs: DiffPiece[] = [];
  let gone = '';
  let come = '';
  const flush = (): void => {
    if (gone !== '') runs.push({ kind: 'removed', text: gone });
    if (come !== '') runs.push({ kind: 'added', text: come });
    [gone, come] = ['', ''];
  };
  for (const { kind, text } of pieces) {
    if (kind === 'removed') gone += text;
    else if (kind === 'added') come += text;
    else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind, text: last.text + text };
      else runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}

export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  const [one, two] = [wordsIn(before), wordsIn(after)];
  const start = alike(one, two, false);
  const [restOne, restTwo] = [one.slice(start), two.slice(start)];
  const end = alike(restOne, restTwo, true);
  return joined([
    ...one.slice(0, start).map((text) => ({ kind: 'same', text }) as const),
    ...middle(restOne.slice(0, restOne.length - end), restTwo.slice(0, restTwo.length - end)),
    ...restOne.slice(restOne.length - end).map((text) => ({ kind: 'same', text }) as const),
  ]);
}
