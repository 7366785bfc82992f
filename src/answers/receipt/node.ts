/**
 * The parts a JSON-LD document is made of.
 * Flow:    here → document.ts, events.ts, controllers.ts.
 * Promise: a member without a value, or with an empty list, is left out.
 * Source:  JSON-LD 1.1.
 */
type Value =
  | string
  | Linked
  | { readonly '@id': string }
  | { readonly '@value': string; readonly [key: string]: string };
type Member = Value | readonly Value[] | undefined;

export interface Linked {
  readonly '@type': readonly string[];
  readonly [member: string]: unknown;
}

export function node(types: string | readonly string[], members: Readonly<Record<string, Member>>): Linked {
  const said = Object.entries(members).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { '@type': [...new Set([types].flat())], ...Object.fromEntries(said) };
}

/** A published text in all its languages. */
export const langs = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([language, text]) => ({ '@value': text, '@language': language }));
