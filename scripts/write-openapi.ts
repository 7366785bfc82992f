/**
 * Writes openapi/openapi.json from the endpoint definitions, or checks that the committed one is the same.
 * Flow:    npm run openapi → here → openapi/openapi.json.
 * Promise: exit 0 when written or equal, 1 when `--check` finds a difference, 2 for an option it does not know.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentText } from '../openapi/document.ts';

const help = `Usage: npm run openapi [-- --check]

Writes openapi/openapi.json from the endpoint definitions.
  --check   write nothing; exit 1 if the committed document differs
  --help    show this text
`;

export async function main(argv: readonly string[]): Promise<number> {
  const place = join(process.cwd(), 'openapi', 'openapi.json');
  if (argv.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  if (argv.some((word) => word !== '--check')) {
    process.stderr.write(help);
    return 2;
  }
  const fresh = documentText();
  if (argv.includes('--check')) {
    const same = readFileSync(place, 'utf8') === fresh;
    if (!same) process.stderr.write('openapi/openapi.json differs from the definitions; run npm run openapi.\n');
    return same ? 0 : 1;
  }
  writeFileSync(place, fresh);
  return 0;
}
