/**
 * Takes out of a reply what differs between any two runs: ids, times of day, hashes, signatures, tokens.
 * Flow:    journey → here → the lines that two runs are compared by.
 * Promise: the same id gets the same placeholder throughout one run, numbered by its first appearance, so that a reply
 *          which names another id than before still differs. Dates stay, for both runs are of one day; so do times on
 *          the full or half hour, which the journey itself sends.
 */
type Replace = (text: string) => string;

const KEPT_TIME = /^(?:\d\d:[03]0:00\.000|23:59:59(?:\.999)?)$/;

/** What looks random, each with the word that stands for it; the order counts. */
const NUMBERED: readonly (readonly [word: string, pattern: RegExp])[] = [
  // The folder of a run, which the page of settings shows.
  ['folder', /candor-replies-[A-Za-z0-9]{6}/g],
  // First, for the beginning of a hash may look like anything below.
  ['short', /(?<=class="hash">)[\w+/=-]+(?:…[\w+/=-]*)?(?=<)/g],
  ['origin', /candor\.invalid\/[a-z0-9]{16}\b/g],
  // A verifier's key: the hash of the key, and the key, which ends in no sign of equality.
  ['verifier', /\+[0-9a-f]{8}\+[A-Za-z0-9+/]{40,}=*/g],
  ['token', /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g],
  ['id', /(?:(?<=\\n)|\b)[a-z]{2,5}_[0-9a-hjkmnp-tv-z]{26}\b/g],
  ['session', /\bses_[\w-]{22}(?![\w-])/g],
  ['uuid', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g],
  ['hash', /\b[0-9a-f]{64}\b/g],
  ['bytes', /(?:(?<=\\n)|(?<![A-Za-z0-9+/\\]))[A-Za-z0-9+/]{22,}={1,2}/g],
  // A signed note: its signature ends in no sign of equality where the length is a multiple of three.
  ['bytes', /(?<=^— \S+ |\\n— \S+ |\+)[A-Za-z0-9+/]{8,}(?==*(?:$|\\n|\+|\s))/gm],
  ['secret', /(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{32,}(?![\w-])/g],
  ['id', /\b[0-9a-hjkmnp-tv-z]{26}\b/g],
  ['key', /\+[0-9a-f]{8}\b/g],
  // Pages show the beginning of a hash and the end of an id.
  ['short', /(?<=>)(?:[\w+/]{4}…[\w+/=]{4}|[a-z]{2,5}_…[0-9a-z]{6})(?=<)/g],
];

/** So many characters of an id stand in sentences and lists, wherever and around whichever words. */
const SHOWN_OF_AN_ID = 6;
const AN_END = new RegExp(`(?<![\\w-])[0-9a-hjkmnp-tv-z]{${SHOWN_OF_AN_ID}}(?![\\w-])`, 'g');

const named = (member: string): RegExp => new RegExp(`("(?:${member})": ?)(?:"[^"]*"|-?[\\d.]+)`, 'g');

export function placeholders(address: string): Replace {
  const seen = new Map<string, string>();
  const counts = new Map<string, number>();
  const ends = new Set<string>();
  const placeFor = (word: string, found: string): string => {
    const known = seen.get(found);
    if (known !== undefined) return known;
    if (word === 'id') ends.add(found.slice(-SHOWN_OF_AN_ID));
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    seen.set(found, `<${word} ${count}>`);
    return `<${word} ${count}>`;
  };
  return (text) =>
    NUMBERED.reduce(
      (rest, [word, pattern]) => rest.replaceAll(pattern, (found: string) => placeFor(word, found)),
      withoutTimes(text.replaceAll(address, '<address>')),
    ).replaceAll(AN_END, (found) => (ends.has(found) ? placeFor('short', found) : found));
}

/** Names of members whose value is how long something took, or a place in a list. */
const MEASURED = 'next|nextTryAt|cursor|seconds|durationMs|uptime|expiresIn|salt|ciphertext';

function withoutTimes(text: string): string {
  return (
    text
      .replaceAll(named(MEASURED), '$1<value>')
      .replaceAll(/([?&](?:amp;)?(?:cursor|after)=)[^"&\s]+/g, '$1<cursor>')
      // A calendar folds its lines wherever they are full, and a chart marks where in the day it is.
      .replaceAll('\r\n ', '')
      .replaceAll(/(?<=class="v-mark(?:-number)?" [^>]*\bx[12]?=")[\d.]+/g, '<place>')
      // A hash that begins like a formula is kept from being one where a table is opened.
      .replaceAll(/(?<=")'(?=\+[A-Za-z0-9+/]{20,}=*")/g, '')
      .replaceAll(/(?<=DTSTAMP:\d{8}T)\d{6}(?=Z)/g, '<time>')
      .replaceAll(/(?<=\d{4}-\d\d-\d\dT)\d\d:\d\d:\d\d(?:\.\d+)?(?=Z|[+-]\d\d:?\d\d)/g, (time) =>
        KEPT_TIME.test(time) ? time : '<time>',
      )
      // What is left of a session is counted from the moment of the reply: to ten seconds both runs say the same.
      .replaceAll(/(?<=Max-Age=)\d+/g, (seconds) => String(Math.ceil(Number(seconds) / 10) * 10))
      .replaceAll(/(?<![\d:T])\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?(?![\d:.])/g, '<clock>')
      .replaceAll(/\b1[678]\d{11}\b/g, '<instant>')
  );
}
