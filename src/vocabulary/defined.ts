/**
 * Leaves out members that have no value, so that an absent member is absent and never undefined.
 * Flow:    every room that builds a payload, a row, a reply → here.
 * Promise: members keep their order and their values; only `undefined` is left out, never null, zero or an empty text.
 */

/** The same members, each optional where its value may be undefined. */
type Defined<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export function defined<T extends object>(members: T): Defined<T> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(members)) {
    const value = members[name as keyof T];
    if (value !== undefined) kept[name] = value;
  }
  return kept as Defined<T>;
}
