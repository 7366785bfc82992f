/**
 * Where the running service listens, written into its data folder for the commands beside it.
 * Flow:    main, demo (once it listens) → here → link, import.
 * Promise: taken away when the service stops. One that was killed leaves it behind, so whoever reads it asks there
 *          before believing it.
 * Source:  docs/design.md 9.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'address';

interface Place {
  readonly dataDir: string;
  readonly host: string;
}

/** An IPv6 address stands in brackets, or nobody knew where its port begins. */
export const urlAt = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** From this machine; a service that listens everywhere listens here, too. */
export const localUrl = (host: string, port: number): string =>
  urlAt(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port);

/** Gives back what takes it away again. */
export function writeAddress({ dataDir, host }: Place, port: number): () => void {
  const file = join(dataDir, FILE);
  const line = `${localUrl(host, port)}\n`;
  writeFileSync(file, line, { mode: 0o600 });
  return () => {
    // Another service may have written its own since.
    if (textOf(file) === line) rmSync(file, { force: true });
  };
}

export function readAddress(dataDir: string): string | undefined {
  const text = textOf(join(dataDir, FILE))?.trim() ?? '';
  return URL.canParse(text) ? text : undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** What people see it under: as it is configured, or where it listens. */
export const publicUrl = (
  { baseUrl, host }: { readonly baseUrl: string | undefined; readonly host: string },
  port: number,
): string => baseUrl ?? urlAt(host, port);
