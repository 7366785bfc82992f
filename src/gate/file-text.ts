/**
 * The text of a file that others may replace while the process runs: a token, a key, a list of tokens.
 * Flow:    gate, `npm run gate` → here → the file.
 * Promise: what stands there now counts, so that a key is changed without a restart; a file that is gone is a fault and
 *          never yesterday's text.
 */
import { readFileSync, statSync } from 'node:fs';

/** Throws what the file system says. */
export function fileText(path: string): () => string {
  let kept = { seen: '', text: '' };
  return () => {
    const { mtimeMs, size, ino } = statSync(path);
    const seen = `${mtimeMs} ${size} ${ino}`;
    if (seen !== kept.seen) kept = { seen, text: readFileSync(path, 'utf8').trim() };
    return kept.text;
  };
}
