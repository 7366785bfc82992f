/**
 * Tables as files: their media type, the name under which they are saved, and a long one that is written while it is
 * read; the same for a list that is offered as JSON, too.
 * Flow:    handlers of reports and of lists → here.
 * Promise: a fault breaks the connection off, so that nobody takes a part for the whole.
 * Source:  RFC 4180; RFC 6266.
 */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ListFile } from '../answers/console/list-file.ts';
import type { StreamAnswer } from './answer.ts';

export const CSV = 'text/csv; charset=utf-8';

export const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

const streamed = (
  name: string,
  { media, lines }: { readonly media: string; readonly lines: AsyncIterable<string> },
) => ({
  status: 200 as const,
  media,
  headers: asFile(name),
  stream: (response: ServerResponse) => void pipeline(Readable.from(lines), response).catch(() => response.destroy()),
});

export const streamedTable = (name: string, lines: AsyncIterable<string>): StreamAnswer =>
  streamed(name, { media: CSV, lines });

/** A list under the name that its address ends with. */
export const streamedList = (name: string, list: ListFile): StreamAnswer =>
  name.endsWith('.json')
    ? streamed(name, { media: 'application/json', lines: list.json() })
    : streamedTable(name, list.table());
