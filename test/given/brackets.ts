/**
 * Finds what a page shows that came from no catalogue: in the language of brackets every text of ours stands between ⟦
 * and ⟧.
 * Flow:    test/endpoints/pages-in-brackets → here.
 * Promise: texts and the attributes that are read out are both looked at; dates, numbers, hashes and what is marked as
 *          another language are left out, nothing else.
 */

/** Published texts and free texts of a body in brackets too, under the tag of the language of brackets. */
export function bracketed(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => bracketed(one, key));
  if (typeof value === 'string') {
    if (labels.has(key)) return { en: value, qps: `⟦${value}⟧` };
    return plain.has(key) ? `⟦${value}⟧` : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && typeof value.en === 'string') return { ...value, qps: `⟦${value.en}⟧` };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bracketed(one, name)]));
}
const labels = new Set(['what', 'outcome', 'label', 'scale', 'rule', 'role']);
const plain = new Set(['value', 'from', 'to', 'source', 'message', 'statement', 'reasons', 'reason']);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => entities[name] ?? '');

/**
 * Codes, hashes and identifiers are no words; the mark carries the name of the product; `lang` says that a part is
 * another language.
 */
const left = [
  /<(code|pre|script|style|option hidden)\b[^>]*>[\s\S]*?<\/\1>/g,
  /<(\w+)\b[^>]*class="[^"]*\b(?:hash|brand)\b[^"]*"[^>]*>[\s\S]*?<\/\1>/g,
  /<nav class="languages"[\s\S]*?<\/nav>/g,
  /<div lang="en">[\s\S]*?<\/div>/g,
];

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const dates = [
  new RegExp(String.raw`\b(?:\d{1,2} )?(?:${months})(?: \d{4})?(?:, \d{2}:\d{2} \w+(?:[+-]\d+)?)?`, 'g'),
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g,
];

/** A key with its version, as the record cites it, or a hash. */
const published = /^(?:[a-z0-9]+(?:-[a-z0-9]+)* \d+|[A-Za-z0-9+/]{43}=)$/;

function outside(text: string): string {
  let depth = 0;
  let found = '';
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    else if (letter === '⟧') depth -= 1;
    else if (depth === 0) found += letter;
  }
  return found;
}

const isWorded = (line: string): boolean => /\p{L}{2,}/u.test(line) && !published.test(line);
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(isWorded);

/** What stands on the page, a piece a line, and what only is read out. */
function shownBy(html: string): readonly string[] {
  const rest = left.reduce((text, pattern) => text.replaceAll(pattern, ''), html);
  const spoken = [...rest.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text = '']) => text);
  return [rest.slice(rest.indexOf('<title>')).replaceAll(/<[^>]*>/g, '\n'), ...spoken].map(decoded);
}

/** Everything that a person reads or hears on this page, piece by piece. */
export const textsOn = (html: string): readonly string[] => shownBy(html).flatMap(linesOf);

/** Everything that a person reads or hears on this page and that stands outside the brackets. */
export const unbracketed = (html: string): readonly string[] =>
  shownBy(html).flatMap((text) => linesOf(dates.reduce((rest, date) => rest.replaceAll(date, ''), outside(text))));
