/**
 * How a person is written, and the one normal form each spelling has.
 * Flow:    openapi (models), tokens, commands, ledger (keyed hashes), scripts → here.
 * Promise: two spellings share a normal form where people mean one mailbox, number or customer by them; a look-alike
 *          is refused or stays a different identifier, never somebody else's.
 * Source:  docs/promises.md F27 and F28; decision 0014; RFC 5321, RFC 6531, UTS 46, UAX 15 (NFC), E.164.
 */
const CUSTOMER = 'customer:';
const EMAIL = 'email:';
const PHONE = 'phone:';
/** Any printable text: no white space, no control or unassigned character, nothing that cannot be seen. */
const printable = /^(?:(?!\p{Default_Ignorable_Code_Point})[^\p{C}\p{Z}])+$/u;
const subject = /^sub_[0-9a-hjkmnp-tv-z]{26}$/;
const atom = "(?:(?!\\p{Default_Ignorable_Code_Point})[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~\\-])+";
const localPart = new RegExp(`^${atom}(?:\\.${atom})*$`, 'u');
const hostLabel = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const host = new RegExp(`^(?:${hostLabel}\\.)+(?=[a-z])${hostLabel}$`);
const isAscii = /^[\x20-\x7e]*$/;
/** Letters, marks and digits of any script; invisible characters would be dropped on the way to DNS and make a twin. */
const international = /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}.-])+$/u;
/** What people put between the digits of a number: spaces of any width, brackets, dots, strokes, dashes. */
const betweenDigits = /[ \u00a0\u2009\u202f()./\p{Pd}]/gu;

/**
 * The identifier that somebody wrote, checked and in normal form but for capital letters before the `@`: marks from
 * before those were folded are still found by them.
 */
export function writtenIdentifier(text: string): string | undefined {
  if (text.length > 400) return undefined;
  if (subject.test(text)) return text;
  if (text.startsWith(CUSTOMER)) return prefixed(CUSTOMER, printableWord(text.slice(CUSTOMER.length), 128));
  if (text.startsWith(EMAIL)) return prefixed(EMAIL, writtenEmail(text.slice(EMAIL.length)));
  if (text.startsWith(PHONE)) return prefixed(PHONE, normalPhone(text.slice(PHONE.length)));
  return undefined;
}

/** Ours, and nobody else's spelling of a person. */
export const isPseudonym = (text: unknown): text is string => typeof text === 'string' && subject.test(text);

/** The normal form of an identifier, or undefined where the text is none. */
export function normalIdentifier(text: string): string | undefined {
  const written = writtenIdentifier(text);
  return written === undefined ? undefined : foldIdentifier(written);
}

/** The normal form of an identifier that was checked before: no mailbox that people use tells capitals apart. */
export const foldIdentifier = (written: string): string =>
  written.startsWith(EMAIL) ? written.toLowerCase() : written;

/**
 * Every form under which an older release may have kept the keyed hash of this identifier, the normal form first. A
 * hash cannot be folded, so the written form is tried, and the ways in which people capitalise an address.
 */
export function spellingsOf(written: string): readonly string[] {
  const normal = foldIdentifier(written);
  if (!normal.startsWith(EMAIL)) return [normal];
  const at = normal.lastIndexOf('@');
  const [local, domain] = [normal.slice(EMAIL.length, at), normal.slice(at)];
  const likely = [
    local.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
    local.replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
    local.toUpperCase(),
  ];
  return [...new Set([normal, written, ...likely.map((each) => EMAIL + each + domain)])];
}

/** The Kelvin sign would become a `K`: somebody else's. */
const hasAsciiTwin = (text: string, form: 'NFC' | 'NFKC'): boolean =>
  [...text].some((letter) => !isAscii.test(letter) && isAscii.test(letter.normalize(form)));

/** Visible, composed and one unit each, so that nothing else needs to be asked about it: what nearly every word is. */
const plainWord = /^[\x21-\x7e]+$/;

/** Text of visible characters, composed (NFC): two ways to encode the same letters are one word. */
export function printableWord(text: string, longest: number): string | undefined {
  if (plainWord.test(text)) return text.length <= longest ? text : undefined;
  const word = text.normalize('NFC');
  return !hasAsciiTwin(text, 'NFC') && printable.test(word) && [...word].length <= longest ? word : undefined;
}

/** Somebody who works here, by the `sub` of their token; never a subject of the API. */
export const staffIdentifier = (principal: string): string => `staff:${principal}`;

/** An identifier as a part of a path. */
export const inPath = (identifier: string): string => encodeURIComponent(identifier).replaceAll('%3A', ':');

/** The forms that may stand in a path: those that say nothing about the person by themselves. */
export const isPathIdentifier = (text: string): boolean =>
  (text.startsWith(CUSTOMER) || subject.test(text)) && writtenIdentifier(text) !== undefined;

const prefixed = (prefix: string, rest: string | undefined): string | undefined =>
  rest === undefined ? undefined : prefix + rest;

function writtenEmail(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0)).normalize('NFC');
  if (hasAsciiTwin(address.slice(0, Math.max(at, 0)), 'NFC')) return undefined;
  if (local.length > 64 || !localPart.test(local) || local.normalize('NFKC') !== local) return undefined;
  const domain = normalDomain(address.slice(at + 1));
  return domain === undefined || local.length + 1 + domain.length > 254 ? undefined : `${local}@${domain}`;
}

function normalDomain(written: string): string | undefined {
  const domain = isAscii.test(written) ? written.toLowerCase() : asciiDomain(written);
  if (domain === undefined || domain.length > 253 || !host.test(domain)) return undefined;
  return domain.includes('xn--') && hostOf(domain) !== domain ? undefined : domain;
}

/**
 * Characters that normalisation turns into plain ASCII (fullwidth letters, the Kelvin sign) are refused: they are
 * twins.
 */
function asciiDomain(written: string): string | undefined {
  const domain = written.normalize('NFC');
  if (hasAsciiTwin(written, 'NFKC') || domain.normalize('NFKC') !== domain || !international.test(domain))
    return undefined;
  return hostOf(domain.toLowerCase());
}

function hostOf(domain: string): string | undefined {
  return URL.canParse(`https://${domain}/`) ? new URL(`https://${domain}/`).hostname : undefined;
}

/** `(0)` is refused: some countries dial it and some do not, so leaving it out might be another number. */
function normalPhone(number: string): string | undefined {
  if (number.length > 40 || number.replaceAll(' ', '').includes('(0)')) return undefined;
  const digits = number.replaceAll(betweenDigits, '').replace(/^00/, '+');
  return /^\+[1-9][0-9]{6,14}$/.test(digits) ? digits : undefined;
}
