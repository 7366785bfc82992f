/**
 * Credentials of connected systems: one file a name, in the folder that configuration names.
 * Flow:    composed/connected, scripts/data-map → here → sql, http-system.
 * Promise: read at each use, so that a credential that was changed or taken away counts at once; what is told of a
 *          missing one is its name alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConnectedFault, fault } from './system-work.ts';

export function secretsIn(folder: string | undefined): (name: string) => string | ConnectedFault {
  return (name) => {
    const missing = fault('secret-missing', [name]);
    // Names come from a file of settings; a path is none.
    if (folder === undefined || !/^[a-z0-9-]+$/.test(name)) return missing;
    try {
      const text = readFileSync(join(folder, name), 'utf8').trim();
      return text === '' ? missing : text;
    } catch {
      return missing;
    }
  };
}
