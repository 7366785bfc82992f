/**
 * Bytes as text.
 * Flow:    every room → here.
 * Promise: with padding and in one line, as signed notes and the API write hashes.
 * Source:  RFC 4648 section 4.
 */

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
