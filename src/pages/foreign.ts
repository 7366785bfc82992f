/**
 * Marks in a finished page what stands in another language than the page, so that it is read aloud as that language.
 * Flow:    layout.tsx, console/frame.tsx (finished HTML) → here.
 * Promise: only texts that people read are touched, no attribute and nothing that cannot hold an element; the words
 *          stay as they are.
 * Source:  WCAG 2.2 (3.1.2); decision 0131.
 */
import { type Elsewhere, elsewhere } from '../language/elsewhere.ts';

/** What holds text and nothing else, and drawings, whose description stands in words beside them. */
const closed = /<(title|option|textarea|svg|script|style|pre)\b[^>]*>[\s\S]*?<\/\1>/;
const parts = new RegExp(`${closed.source}|<[^>]*>|[^<]+`, 'g');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const asWritten = (text: string): string => text.replaceAll(/[&<"]/g, (letter) => entities[letter] ?? letter);
const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A key or a number is no language. */
const isSpoken = (text: string): boolean => /\p{L}{3}/u.test(text);

export function withLanguages(html: string, found: Elsewhere = elsewhere()): string {
  const languages = new Map([...found].filter(([text]) => isSpoken(text)).map(([text, tag]) => [asWritten(text), tag]));
  if (languages.size === 0) return html;
  const longestFirst = [...languages.keys()].toSorted((one, other) => other.length - one.length);
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const marked = (text: string): string =>
    text.replaceAll(any, (each) => `<bdi lang="${languages.get(each)}">${each}</bdi>`);
  return html.replaceAll(parts, (part) => (part.startsWith('<') ? part : marked(part)));
}
