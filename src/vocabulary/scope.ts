/**
 * What a token may be allowed to do, and which scopes the three kinds of staff and services hold.
 * Flow:    read by openapi (to demand), http (to check), scripts (to mint).
 * Promise: `admin` implies every scope but `self` and `agent`, because nobody may speak for a person by being in
 *          charge.
 * Source:  docs/design.md 8.
 */
export const scopes = [
  'self',
  'agent',
  'use',
  'decide',
  'consent',
  'registry',
  'requests',
  'reviews',
  'audit',
  'reports',
  'access',
  'confirm',
  'traces',
  'passes',
  'admin',
] as const;
export type Scope = (typeof scopes)[number];

export const scopesOfRole = {
  service: ['use', 'decide', 'consent'],
  support: ['audit', 'requests', 'reviews'],
  officer: ['audit', 'requests', 'reviews', 'registry', 'reports', 'consent'],
} as const satisfies Record<string, readonly Scope[]>;

/** What a member of staff may do in the console; never in the name of a person, and never everything at once. */
export const consoleScopes = [
  'audit',
  'requests',
  'reviews',
  'reports',
  'registry',
  'access',
  'confirm',
] as const satisfies readonly Scope[];

/** The role an act in the console is recorded under. */
export const roleInConsole = (held: readonly Scope[]): 'officer' | 'support' =>
  held.includes('registry') || held.includes('reports') ? 'officer' : 'support';

const impliedByAdmin = scopes.filter((scope) => scope !== 'self' && scope !== 'agent');
const isScope = (word: string): word is Scope => (scopes as readonly string[]).includes(word);

/**
 * The scopes a token holds. Unknown words are dropped. A token that speaks for a person (`self`, `agent`) holds nothing
 * else, so that no token can be customer and staff at once.
 */
export function scopesFrom(claim: string): readonly Scope[] {
  const words = claim.split(' ').filter(isScope);
  if (words.includes('self')) return ['self'];
  if (words.includes('agent')) return ['agent'];
  return words.includes('admin') ? impliedByAdmin : [...new Set(words)];
}

/** The role an act is recorded under: the highest one whose scopes the token holds. */
export function roleFrom(held: readonly Scope[]): 'self' | 'agent' | 'admin' | 'officer' | 'support' | 'service' {
  const holds = (wanted: readonly Scope[]): boolean => wanted.every((scope) => held.includes(scope));
  if (held.includes('self')) return 'self';
  if (held.includes('agent')) return 'agent';
  if (held.includes('admin')) return 'admin';
  if (holds(scopesOfRole.officer)) return 'officer';
  const ofPeople: readonly Scope[] = ['audit', 'requests', 'reviews', 'confirm'];
  return held.some((scope) => ofPeople.includes(scope)) ? 'support' : 'service';
}
