/**
 * Lines of a file of settings that mean the same to systemd, to compose, to a shell and to `node --env-file`.
 * Flow:    setup, written → here → the file.
 * Promise: a value that these four would read differently is refused and never written.
 */

/** What none of them takes for more than it is. */
const PLAIN = /^[\w.,:/@%+=-]*$/;

/** A line without its end; throws where no form of it is read alike everywhere. */
export function envLine(name: string, value: string): string {
  if (/[\r\n\0]/.test(value)) throw new Error(`${name} has to stand on one line.`);
  if (PLAIN.test(value)) return `${name}=${value}`;
  if (!/['\\]/.test(value)) return `${name}='${value}'`;
  if (!/["$`\\]/.test(value)) return `${name}="${value}"`;
  throw new Error(
    `${name} holds signs that no file of settings can write for all who read it (a backslash, or ' together with ", $ or a backtick). Leave them out, or set it where you start Candor.`,
  );
}
