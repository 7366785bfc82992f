/**
 * Tables as files: their media type, the name under which they are saved, and a long one that is written while it is
 * read.
 * Flow:    handlers of reports → here.
 * Promise: a fault breaks the connection off, so that nobody takes a part for the whole.
 * Source:  RFC 4180; RFC 6266.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StreamAnswer } from './answer.ts';

export const CSV = 'text/csv; charset=utf-8';

export const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

export const streamedTable = (name: string, lines: AsyncIterable<string>): StreamAnswer => ({
  status: 200,
  media: CSV,
  headers: asFile(name),
  stream: (response) => void pipeline(Readable.from(lines), response).catch(() => response.destroy()),
});
