/**
 * Puts the rows of a list into an order that two runs share, where the list stands in the order of pseudonyms.
 * Flow:    client → here → the reply as it is kept.
 * Promise: no row is left out and no word of one is changed; what stands around the rows stays where it is.
 */

/** Staff, as a page and as a file: their pseudonyms are drawn anew in every run. */
const LISTS = ['GET /console/staff', 'GET /console/staff/files/{file}'];

const ROWS = /(?:<tr>(?:(?!<\/tr>)[\s\S])*<\/tr>)+/g;
const PSEUDONYM = /\bact_[\w-]+|<id \d+>/g;

const byWords = (one: string, other: string): number => {
  const [first, second] = [one, other].map((row) => row.replaceAll(PSEUDONYM, ''));
  return first === second ? (one < other ? -1 : 1) : (first ?? '') < (second ?? '') ? -1 : 1;
};

const sorted = (text: string): string =>
  text.includes('<tr>')
    ? text.replaceAll(ROWS, (rows) => (rows.match(/<tr>[\s\S]*?<\/tr>/g) ?? []).sort(byWords).join(''))
    : text.split('\n').sort(byWords).join('\n');

/** `what` is the method and the path template. */
export const inSharedOrder = (what: string, text: string): string => (LISTS.includes(what) ? sorted(text) : text);
