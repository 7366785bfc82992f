/**
 * Files that people send to show something: which kinds are taken, and how many.
 * Flow:    read by openapi, commands, http, pages.
 * Promise: only kinds whose content can be told from their first bytes, or that are plain text.
 * Source:  docs/law.md 7 (the person can submit documents); docs/promises.md 3.1.
 */
export const fileTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'] as const;
export type FileType = (typeof fileTypes)[number];

/** How a name of such a file ends. */
export const fileEndings = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
} as const satisfies Record<FileType, string>;

/** Bytes of one file. */
export const mostFileBytes = 5_000_000;

/** Files of one person on one day (UTC). */
export const mostFilesADay = 20;
