/**
 * Where in a bucket the objects of one person lie, from a template such as `customers/{customer}/`.
 * Flow:    system.ts (the template), connectors/s3 (a person) → here.
 * Promise: two people never share a beginning: what stands for the person ends with a slash and holds none, so that
 *          4 is not found in 42; a name that a server could read as another path gives no prefix at all.
 * Source:  decision 0140.
 */
const placeholder = /\{(customer|email|phone)\}/g;

/** Exactly one name of the person, with a slash right behind it, and nothing that a server could take for a way up. */
export function isPrefixTemplate(template: string): boolean {
  const found = [...template.matchAll(placeholder)];
  const [one] = found;
  if (found.length !== 1 || one === undefined || template[one.index + one[0].length] !== '/') return false;
  return isPlainPath(template.replace(placeholder, 'x')) && !/[{}]/.test(template.replace(placeholder, ''));
}

/** Which names of a person it asks for. */
export const schemeIn = (template: string) =>
  [...template.matchAll(placeholder)][0]?.[1] as 'customer' | 'email' | 'phone';

/**
 * A path that means the same to whoever reads it: no empty part, none that leads elsewhere, nothing that is decoded
 * once more on its way.
 */
export const isPlainPath = (path: string): boolean =>
  !/[\\%\u0000-\u001f\u007f]/.test(path) &&
  !path.startsWith('/') &&
  path.split('/').every((part, at, all) => (part !== '' || at === all.length - 1) && part !== '.' && part !== '..');

/** The beginning of the keys of whoever has this name; nothing where the name is unfit to stand in a path. */
export function prefixFor(template: string, name: string): string | undefined {
  if (name === '' || name.includes('/') || !name.isWellFormed()) return undefined;
  const prefix = template.replace(placeholder, () => name);
  return isPlainPath(prefix) ? prefix : undefined;
}
