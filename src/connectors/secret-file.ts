/**
 * Credentials of connected systems: from the keystore, else one file a name, in the folder that configuration names.
 * Flow:    composed/connected, scripts/data-map → here → sql, s3, http-system.
 * Promise: read at each use, so that a credential that was changed or taken away counts at once; what is told of a
 *          missing one is its name alone.
 * Source:  decision 0141.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialName } from '../vocabulary/credential.ts';
import { type ConnectedFault, fault, type SecretOf } from './system-work.ts';

function secretsIn(folder: string | undefined): (name: string) => string | ConnectedFault {
  return (name) => {
    const missing = fault('secret-missing', [name]);
    // Names come from a file of settings; a path is none.
    if (folder === undefined || !credentialName.test(name)) return missing;
    try {
      const text = readFileSync(join(folder, name), 'utf8').trim();
      return text === '' ? missing : text;
    } catch {
      return missing;
    }
  };
}

/** What the keystore holds goes before a file of the same name. */
export function secretsKept(
  kept: ((name: string) => Promise<string | undefined>) | undefined,
  folder: string | undefined,
): SecretOf {
  const inFolder = secretsIn(folder);
  if (kept === undefined) return inFolder;
  return async (name) => {
    try {
      return (await kept(name)) ?? inFolder(name);
    } catch {
      // A keystore that does not answer, or whose row was changed, is mended by somebody; it is tried again until then.
      return fault('secret-unreadable', [name]);
    }
  };
}
