/**
 * Bytes as text.
 * Flow:    every room → here.
 * Promise: in one line; with padding as signed notes and the API write hashes, or URL-safe without, as names of rows.
 * Source:  RFC 4648 sections 4 and 5.
 */

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
