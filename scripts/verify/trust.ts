/**
 * Whom the verifier believes: keys that the reader pins, never the key that comes along with what is being checked.
 * Flow:    arguments → here (flag, policy file, or the data folder's key file) → bundle, log.
 * Promise: with no key pinned there is no verdict; a key from inside a bundle is only ever compared.
 * Source:  docs/design.md 5; CVE-2022-39199 shows what happens otherwise.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { missingQuorum, type Policy, parsePolicy } from './policy.ts';
import { whyUnread } from './unread.ts';
import { ED25519, parseVkey, type Vkey } from './vkey.ts';
import { isWrong, type Wrong, wrong } from './wrong.ts';

export interface Trust {
  readonly keys: readonly Vkey[];
  readonly policy?: Policy;
  /** Where the keys came from, for the report. */
  readonly source: string;
}

interface TrustOptions {
  readonly vkeys: readonly string[];
  readonly policyFile?: string;
  readonly dataFolder: string;
}

const KEY_FILE = 'log.vkey';

export function trusted(options: TrustOptions): Trust | Wrong {
  if (options.policyFile !== undefined) return fromPolicy(options.policyFile);
  if (options.vkeys.length > 0) return fromTexts(options.vkeys, '--vkey');
  return fromKeyFile(options.dataFolder);
}

function fromPolicy(file: string): Trust | Wrong {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    return wrong(whyUnread(`the policy ${file}`, fault));
  }
  const policy = parsePolicy(text);
  return isWrong(policy)
    ? wrong(`the policy ${file}: ${policy.wrong}`)
    : { keys: policy.logs, policy, source: `the policy ${file}` };
}

function fromKeyFile(folder: string): Trust | Wrong {
  const file = join(folder, KEY_FILE);
  const lines = (contentOf(file) ?? '').split('\n').map((line) => line.trim());
  const texts = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return texts.length === 0
    ? wrong(`no trusted key: give --vkey or --policy (there is none in ${file})`)
    : fromTexts(texts, file);
}

function fromTexts(texts: readonly string[], source: string): Trust | Wrong {
  const keys = texts.map(parseVkey);
  const bad = keys.findIndex((key) => isWrong(key) || key.algorithm !== ED25519);
  if (bad < 0) return { keys: keys as Vkey[], source };
  const fault = keys[bad];
  return wrong(`${source}: "${texts[bad]}" ${isWrong(fault) ? fault.wrong : 'is not the key of a log'}`);
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Opens a checkpoint with these keys and, where the policy asks for witnesses, counts them. */
export function openTrusted(note: string, keys: readonly Vkey[], policy: Policy | undefined): Checkpoint | Wrong {
  const checkpoint = openCheckpoint(note, keys);
  if (isWrong(checkpoint) || policy === undefined) return checkpoint;
  return missingQuorum(policy, checkpoint) ?? checkpoint;
}
