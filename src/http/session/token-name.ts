/**
 * Under which name the id of a token is hashed, wherever it is ended or asked for.
 * Flow:    http/handlers (ends it), service (asks for every call) → here.
 * Promise: the same hash for the same `jti`, and no other use of it.
 * Source:  decision 0043.
 */
export const tokenName = (id: string): string => `token-id ${id}`;
