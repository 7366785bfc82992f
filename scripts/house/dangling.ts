/**
 * `Source:` lines that lead nowhere: they name a document that a reader of the checkout does not have.
 * Flow:    sources.ts → here → figures.ts, test/house.
 * Promise: one line a citation. Works on any revision; test/house/citations.ts follows the citations of this checkout
 *          further, to their sections, decisions and outside sources.
 */
import type { Checkout, Source } from './sources.ts';

/** Documents of the design that never were in the repository, as headers used to cite them. */
const ELSEWHERE = /\b(?:DESIGN|LAW|RELIABILITY|STYLE)\b/g;
const DOCUMENT = /\bdocs\/[\w/.-]+\.md\b/g;

export function danglingCitations({ files, house, tests }: Checkout): readonly string[] {
  const known = new Set(files);
  return [...house, ...tests].flatMap((source) => {
    const cited = citedBy(source);
    const lost = [...cited.matchAll(DOCUMENT)].map(([name]) => name).filter((name) => !known.has(name));
    const elsewhere = [...cited.matchAll(ELSEWHERE)].map(([name]) => name);
    return [...new Set([...lost, ...elsewhere])].map((name) => `${source.path} cites ${name}`);
  });
}

/** The text of the `Source:` line of a header, with the lines that go on from it. */
function citedBy({ text }: Source): string {
  const header = /^(?:\/\/ SPDX.*\n)?\/\*\*[\s\S]*?\*\//.exec(text)?.[0] ?? '';
  return /^ \* Source:([\s\S]*)$/m.exec(header)?.[1]?.split(/^ \* [A-Z]\w+:/m)[0] ?? '';
}
