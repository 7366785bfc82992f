/**
 * Writes openapi/openapi.json from the endpoint definitions, or checks that the committed one is the same.
 * Flow:    npm run openapi → here → openapi/openapi.json.
 * Promise: exit 0 when written or equal, 1 when `--check` finds a difference, 2 for an option it does not know.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentText } from '../openapi/document.ts';
import { command } from './command-line/command.ts';

const HELP = `Usage: npm run openapi [-- --check]

Writes openapi/openapi.json from the endpoint definitions.
  --check   write nothing; say whether the committed document differs
  --help    show this text

Exit: 0 written, or the same · 1 the committed document differs · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: { check: { type: 'boolean' } },
  run({ values }) {
    const place = join(process.cwd(), 'openapi', 'openapi.json');
    const fresh = documentText();
    if (values.check !== true) {
      writeFileSync(place, fresh);
      return 0;
    }
    const same = readFileSync(place, 'utf8') === fresh;
    if (!same) process.stderr.write('openapi/openapi.json differs from the definitions; run npm run openapi.\n');
    return same ? 0 : 1;
  },
});
