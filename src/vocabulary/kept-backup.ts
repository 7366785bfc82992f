/**
 * The name of a backup among others in one place, and which of them are over.
 * Flow:    composed/backups, scripts/backup → here.
 * Promise: a name says when it was made and of which ledger, and nothing else; what has another name is nobody's
 *          business here and never removed. A backup without the file that is written last is none.
 * Source:  docs/operating.md.
 */
import { DAY_MS, type Instant } from './instant.ts';

/** Written last. */
export const LAST_FILE = 'backup.json.sealed';

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([0-9a-f]{8})-[0-9a-f]{8}$/;

/** `ledger`: eight digits that stand for the name of the ledger; `chance`: eight that nobody else draws. */
export const backupName = ({ at, ledger, chance }: Made & { readonly chance: string }): string =>
  `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}-${ledger}-${chance}`;

interface Made {
  readonly at: Instant;
  readonly ledger: string;
}

export function madeBy(name: string): Made | undefined {
  const [, year, month, day, hour, minute, second, ledger] = NAME.exec(name) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return ledger === undefined || Number.isNaN(at) ? undefined : { at, ledger };
}

export interface KeptBackup extends Made {
  readonly name: string;
  readonly isWhole: boolean;
  /** `<backup>/<file>`. */
  readonly paths: readonly string[];
}

/** From the paths of all files in a place; the newest comes first. */
export function backupsIn(paths: readonly string[]): readonly KeptBackup[] {
  const byName = Map.groupBy(paths, (path) => path.split('/')[0] ?? '');
  return [...byName]
    .flatMap(([name, its]) => {
      const made = madeBy(name);
      return made === undefined
        ? []
        : [{ name, ...made, isWhole: its.includes(`${name}/${LAST_FILE}`), paths: its.toSorted() }];
    })
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

/** Of the time from one backup to the next, after which one is due: what is left is for making it. */
export const dueShare = 0.95;

interface Keeping {
  readonly now: Instant;
  /** After so long nothing may be left, because certificates of erasure say so. */
  readonly lifeMs: number;
  /** Until it is looked at again. */
  readonly againMs: number;
  /** How many stay at most. */
  readonly keep?: number;
}

/** One that is not finished may be on its way, so it stays for a day. The newest first. */
export function backupsOver(
  backups: readonly KeptBackup[],
  { now, lifeMs, againMs, keep }: Keeping,
): readonly KeptBackup[] {
  const kept = new Set(backups.filter(({ isWhole }) => isWhole).slice(0, keep));
  return backups.filter(
    (each) => each.at + lifeMs <= now + againMs || (each.isWhole ? !kept.has(each) : each.at + DAY_MS <= now),
  );
}
