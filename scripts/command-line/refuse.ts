/**
 * How a command by hand says that it could not do what was asked.
 * Flow:    scripts/* → here → standard error and the exit code.
 * Promise: standard output stays empty, so that nothing wrong is piped on. What each exit code means is in the help.
 */

/** Returns the exit code it was given, so that a command ends with `return refuse(…)`. */
export function refuse(what: string, code: number): number {
  process.stderr.write(`${what.trimEnd()}\n`);
  return code;
}

export const wordsOfFault = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/**
 * An option that does not exist or has no value. A TypeError alone does not tell it: `fetch` throws one where nobody
 * listens.
 */
export const isMisused = (fault: unknown): boolean =>
  fault instanceof TypeError && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');
