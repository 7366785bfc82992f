/**
 * The files of a package as pieces of text: a list as JSON, the same as a table, the evidence.
 * Flow:    package-parts.ts → here → http/package (writes them into the ZIP as they come).
 * Promise: a piece is made when it is asked for; the pieces together are valid JSON (RFC 8259) or a table (RFC 4180).
 */
import type { EvidencePages } from '../../ports/evidence.ts';
import { csvLine, csvStart } from '../../vocabulary/csv.ts';
import type { HeldRecord } from '../held-data/ask.ts';

/** One item a line, so that a person can read the file and a program can take it apart. */
export async function* listText(items: AsyncIterable<HeldRecord>): AsyncGenerator<string> {
  let isFirst = true;
  yield '[';
  for await (const item of items) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(item)}`;
    isFirst = false;
  }
  yield '\n]\n';
}

const plain = (value: unknown): string | number | null =>
  value === undefined || value === null
    ? null
    : typeof value === 'string' || typeof value === 'number'
      ? value
      : JSON.stringify(value);

const placeOf = (entry: unknown): readonly (number | null)[] => {
  const { log = null, index = null } = (entry ?? {}) as { readonly log?: number; readonly index?: number };
  return [log, index];
};

/** Columns are named before the first item is read, from the form that each kind has. */
export async function* tableText(items: AsyncIterable<HeldRecord>, columns: readonly string[]): AsyncGenerator<string> {
  yield csvStart + csvLine(['id', 'kind', 'at', 'log', 'index', ...columns]);
  for await (const { id, kind, at, entry, ...rest } of items)
    yield csvLine([plain(id), plain(kind), plain(at), ...placeOf(entry), ...columns.map((name) => plain(rest[name]))]);
}

const members = (object: object): string =>
  Object.entries(object)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(',\n');

/** An evidence bundle; the order of its members does not matter to whoever checks it. */
export async function* evidenceText({ opening, entries, closing }: EvidencePages): AsyncGenerator<string> {
  let isFirst = true;
  yield `{${members(opening)},\n"entries":[`;
  for await (const page of entries()) {
    const text = page.map((item) => `\n${JSON.stringify(item)}`).join(',');
    if (text !== '') yield `${isFirst ? '' : ','}${text}`;
    isFirst = false;
  }
  yield `\n],\n${members(await closing())}}\n`;
}

export async function* wholeText(value: unknown): AsyncGenerator<string> {
  yield `${JSON.stringify(value, undefined, 2)}\n`;
}
