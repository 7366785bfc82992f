/**
 * What the sealed bytes of a file are bound to.
 * Flow:    write-views (seals), review-reads (opens) → here.
 * Promise: bytes that are put under another file or another person do not open; the text MUST stay, for it is part of
 *          every seal.
 */

export const placeOfFile = (file: string, subject: string): string => `file ${file} ${subject}`;
