/**
 * One ledger entry: the JSON whose bytes are the leaf, with the members that section 5 of the design allows and no
 * others.
 * Flow:    bundle, log → here → the members.
 * Promise: bytes are read, never rewritten; a member too many, twice, or in another form MUST be refused.
 * Source:  docs/design.md 5.
 */
import { hashOfBase64, sameBytes, sha256, textOfUtf8 } from './bytes.ts';
import { isObject, type JsonObject, parseStrictJson } from './strict-json.ts';
import { isWrong, type Wrong, wrong } from './wrong.ts';

export interface Entry {
  readonly origin: string;
  readonly id: string;
  readonly kind: string;
  /** RFC 3339 UTC with milliseconds; 24 characters, so texts compare as times do. */
  readonly at: string;
  readonly commitment: Uint8Array;
  readonly actor: {
    readonly id: string;
    readonly role: string;
    /** Who made the sign-in link that it was done through. */
    readonly through?: { readonly id: string; readonly link: string; readonly role: string };
  };
  readonly subject?: string;
  readonly n?: number;
  readonly prev?: Uint8Array;
}

const MOST_BYTES = 2048;
const MEMBERS = new Set(['v', 'origin', 'id', 'kind', 'at', 'subject', 'n', 'prev', 'actor', 'commitment']);
const RANDOM = '[0-9a-hjkmnp-tv-z]{26}';
const ID = new RegExp(`^[a-z]+_${RANDOM}$`);
const SUBJECT = new RegExp(`^sub_${RANDOM}$`);
const KIND = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;
const ROLE = /^[a-z]+(?:-[a-z]+)*$/;

export const isSubject = (value: unknown): value is string => typeof value === 'string' && SUBJECT.test(value);

export function parseEntry(bytes: Uint8Array): Entry | Wrong {
  if (bytes.length >= MOST_BYTES) return wrong('is longer than an entry may be');
  const text = textOfUtf8(bytes);
  if (text === undefined) return wrong('is not UTF-8');
  const usual = membersOfUsualSpelling(text);
  if (usual !== undefined) return readMembers(usual);
  const json = parseStrictJson(text);
  if (isWrong(json)) return json;
  if (!isObject(json.value)) return wrong('is not a JSON object');
  return readMembers(json.value);
}

const USUAL = new RegExp(
  String.raw`^\{"actor":\{"id":"([\w-]+)","role":"([a-z-]+)"\},"at":"([\d:.TZ-]{24})","commitment":"([\w+/=]{44})",` +
    String.raw`"id":"([\da-z_]+)","kind":"([a-z.-]+)"(?:,"n":([1-9]\d{0,14}))?,"origin":"([\w./:-]+)"` +
    String.raw`(?:,"prev":"([\w+/=]{44})")?(?:,"subject":"([\da-z_]+)")?,"v":1\}$`,
);

/**
 * The members of an entry that is spelled as the server spells it. Text of that form has no member twice and no
 * escapes, so the slower reader would find the same; it is kept because a million entries are read in a whole-log
 * check.
 */
function membersOfUsualSpelling(text: string): JsonObject | undefined {
  const found = USUAL.exec(text);
  if (found === null) return undefined;
  const [, actorId, role, at, commitment, id, kind, n, origin, prev, subject] = found;
  return {
    v: 1,
    actor: { id: actorId, role },
    at,
    commitment,
    id,
    kind,
    origin,
    ...(n === undefined ? {} : { n: Number(n) }),
    ...(prev === undefined ? {} : { prev }),
    ...(subject === undefined ? {} : { subject }),
  };
}

function readMembers(entry: JsonObject): Entry | Wrong {
  const stranger = Object.keys(entry).find((name) => !MEMBERS.has(name));
  if (stranger !== undefined) return wrong(`has a member "${stranger}" that an entry does not have`);
  const { v, origin, id, kind, at } = entry;
  if (v !== 1) return wrong('has a version that this verifier does not know');
  if (typeof origin !== 'string') return wrong('names no origin');
  if (typeof id !== 'string' || !ID.test(id)) return wrong('has an id that is not one');
  if (typeof kind !== 'string' || !KIND.test(kind)) return wrong('has a kind that is not one');
  if (typeof at !== 'string' || Number.isNaN(millisecondsOf(at))) return wrong('has a time that is not one');
  const commitment = hashOfBase64(entry['commitment']);
  if (commitment === undefined) return wrong('has a commitment that is not a hash');
  const actor = readActor(entry['actor']);
  if (actor === undefined) return wrong('has an actor that is not one');
  const sequence = readSequence(entry);
  return isWrong(sequence) ? sequence : { origin, id, kind, at, commitment, actor, ...sequence };
}

function readActor(actor: unknown): Entry['actor'] | undefined {
  if (!isObject(actor)) return undefined;
  const { id, role, through, ...others } = actor;
  if (Object.keys(others).length > 0 || !isWho(id, role)) return undefined;
  if (!Object.hasOwn(actor, 'through')) return { id, role } as Entry['actor'];
  const maker = readThrough(through);
  return maker === undefined ? undefined : ({ id, role, through: maker } as Entry['actor']);
}

const isWho = (id: unknown, role: unknown): boolean =>
  typeof id === 'string' && id !== '' && typeof role === 'string' && ROLE.test(role);

function readThrough(through: unknown): Entry['actor']['through'] | undefined {
  if (!isObject(through) || Object.keys(through).length !== 3) return undefined;
  const { id, link, role } = through;
  if (!isWho(id, role) || typeof link !== 'string' || !ID.test(link)) return undefined;
  return { id, link, role } as Entry['actor']['through'];
}

/**
 * A fact about a person has subject and n, and from n = 2 on the hash of the one before; other facts have none of them.
 */
function readSequence(entry: JsonObject): Pick<Entry, 'subject' | 'n' | 'prev'> | Wrong {
  const has = (name: string): boolean => Object.hasOwn(entry, name);
  if (!has('subject')) return has('n') || has('prev') ? wrong('has a place in a sequence but no subject') : {};
  const { subject, n } = entry;
  if (!isSubject(subject)) return wrong('has a subject that is not one');
  if (!Number.isSafeInteger(n) || Number(n) < 1) return wrong('has a sequence number that is not one');
  if (n === 1) return has('prev') ? wrong('is the first of its subject and names one before') : { subject, n: 1 };
  const prev = hashOfBase64(entry['prev']);
  return prev === undefined ? wrong('does not name the entry before it') : { subject, n: Number(n), prev };
}

/** What was recorded together has one time, so most often the text is the one before. */
let newest = { text: '', ms: Number.NaN };

/** Epoch milliseconds of a time in its one spelling, or NaN. */
export function millisecondsOf(text: string): number {
  if (newest.text === text) return newest.ms;
  const isSpelled = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
  const ms = isSpelled ? Date.parse(text) : Number.NaN;
  const isOne = !Number.isNaN(ms) && new Date(ms).toISOString() === text;
  newest = { text, ms: isOne ? ms : Number.NaN };
  return newest.ms;
}

/** Does SHA-256(salt ‖ payload) equal what the entry committed to? */
export function opensCommitment(entry: Pick<Entry, 'commitment'>, salt: Uint8Array, payload: Uint8Array): boolean {
  return salt.length === 32 && sameBytes(sha256(Buffer.concat([salt, payload])), entry.commitment);
}
