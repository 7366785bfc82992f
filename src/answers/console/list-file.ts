/**
 * A list as a file: the items that the API shows, one after another, as lines of a table or as JSON.
 * Flow:    list-files.ts → here → http (written while it is read).
 * Promise: table and JSON hold the same items in the same order; no cell is taken for a formula; a page at a time is
 *          held in memory, whatever the length of the list.
 * Source:  RFC 4180; decision 0129.
 */
import { csvLine, csvStart } from '../../vocabulary/csv.ts';

type Items<Item> = AsyncIterable<Item> | Iterable<Item>;

export interface ListFile {
  readonly table: () => AsyncIterable<string>;
  readonly json: () => AsyncIterable<string>;
}

function cellOf(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(' ') : null;
}

async function* tableOf<Item>(items: Items<Item>, columns: readonly (keyof Item & string)[]): AsyncGenerator<string> {
  yield csvStart + csvLine(columns);
  for await (const item of items) yield csvLine(columns.map((column) => cellOf(item[column])));
}

async function* jsonOf(items: Items<unknown>): AsyncGenerator<string> {
  let lead = '{"items":[';
  for await (const item of items) {
    yield `${lead}\n${JSON.stringify(item)}`;
    lead = ',';
  }
  yield `${lead === ',' ? '' : lead}\n]}\n`;
}

/** The columns of the table are members of the items, under their names in the API. */
export const listFile = <Item>(items: () => Items<Item>, columns: readonly (keyof Item & string)[]): ListFile => ({
  table: () => tableOf(items(), columns),
  json: () => jsonOf(items()),
});

/** All that a paged question answers, page by page; `next` is where the page after begins. */
export async function* everyItem<Item, Place>(
  read: (place: Place | undefined) => Promise<{ readonly items: readonly Item[]; readonly next: Place | null }>,
): AsyncGenerator<Item> {
  let place: Place | undefined;
  do {
    const { items, next } = await read(place);
    yield* items;
    place = next ?? undefined;
  } while (place !== undefined);
}
