/**
 * Cuts a text into its sentences, headings and list items.
 * Flow:    measure.ts, judge.ts → here.
 * Promise: a dot inside a number, a date, an abbreviation, a name or an address ends nothing; a list item and a heading
 *          stand for themselves; a line that was only wrapped goes on. Each character is looked at once.
 * Source:  DIN 8581-1:2024 (a sentence is what is read in one go).
 */
export interface SentenceEnds {
  /** Abbreviations in lower case, without their last dot, after which a sentence goes on. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those that are one only before a number, because they are words too: `no. 5`. */
  readonly beforeNumber: ReadonlySet<string>;
  /** Words in lower case that follow an ordinal: `3. November`. Empty where ordinals carry no dot. */
  readonly afterOrdinal: ReadonlySet<string>;
}

const MARKER = /^(?:[-–—*•·▪‣]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+/u;
const HEADING = /^#{1,6}\s+/;
/** A shorter line was broken on purpose. */
const WRAPPED_FROM = 50;

const endsByItself = (line: string): boolean => /[.!?…:;]["”’»)\]]*$/u.test(line);
const goesOn = (before: string, line: string): boolean =>
  /^\p{Ll}/u.test(line) || (before.length >= WRAPPED_FROM && !endsByItself(before));

/** Paragraphs, headings and list items, each in one line without its mark. */
function blocksOf(text: string): readonly string[] {
  const blocks: string[] = [];
  let before = '';
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim();
    const isMarked = MARKER.test(line) || HEADING.test(line);
    if (before !== '' && line !== '' && !isMarked && !HEADING.test(before) && goesOn(before, line))
      blocks.push(`${blocks.pop() ?? ''} ${line}`);
    else if (line !== '') blocks.push(line.replace(HEADING, '').replace(MARKER, ''));
    before = line;
  }
  return blocks;
}

const CLOSING = new Set(['"', '”', '“', '’', '»', ')', ']', '›']);
const ENDING = new Set(['.', '!', '?', '…']);

/** The word that ends before this place, with dots inside it: `z. B` gives `b`, `e.g` gives `e.g`. */
function wordBefore(block: string, place: number): string {
  let from = place;
  while (from > 0 && /[\p{L}\p{N}.]/u.test(block.charAt(from - 1))) from -= 1;
  return block.slice(from, place);
}

const isTail = (character: string): boolean => CLOSING.has(character) || ENDING.has(character);

/** Where the marks that begin at this place are over. */
function afterMarks(block: string, place: number): number {
  let next = place + 1;
  while (isTail(block.charAt(next))) next += 1;
  return next;
}

/** `next` is where the marks that this one stands among are over. */
function endsSentence(block: string, { place, next }: Mark, dots: SentenceEnds): boolean {
  if (next >= block.length) return true;
  if (!/\s/.test(block.charAt(next))) return false;
  const following = /^\s*["“„«‹(¿¡]*([\p{L}\p{N}]*)/u.exec(block.slice(next, next + 60))?.[1] ?? '';
  if (/^\p{Ll}/u.test(following)) return false;
  if (block.charAt(place) !== '.') return true;
  const before = wordBefore(block, place);
  if (/^\p{Lu}$/u.test(before) || dots.abbreviations.has(before.toLowerCase())) return false;
  if (/^\d/.test(following) && dots.beforeNumber.has(before.toLowerCase())) return false;
  return !(/^\d{1,2}$/.test(before) && dots.afterOrdinal.has(following.toLowerCase()));
}

interface Mark {
  readonly place: number;
  readonly next: number;
}

function sentencesIn(block: string, dots: SentenceEnds): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  let next = 0;
  for (let place = 0; place < block.length; place += 1) {
    if (!ENDING.has(block.charAt(place))) continue;
    // Marks that follow one another are over at the same place, so it is looked for once.
    if (place >= next) next = afterMarks(block, place);
    if (!endsSentence(block, { place, next }, dots)) continue;
    sentences.push(block.slice(from, next).trim());
    from = next;
    place = next - 1;
  }
  return [...sentences, block.slice(from).trim()];
}

export const sentencesOf = (text: string, dots: SentenceEnds): readonly string[] =>
  blocksOf(text)
    .flatMap((block) => sentencesIn(block, dots))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
