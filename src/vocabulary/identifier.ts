/**
 * How a person is written, and the one normal form each spelling has.
 * Flow:    openapi (models), commands (subjects named inside facts), scripts → here.
 * Promise: two spellings MUST share a normal form only if they name the same mailbox, number or customer; a look-alike
 *          is refused or stays a different identifier, never somebody else's.
 * Source:  docs/promises.md F27 and F28; RFC 5321 (local parts are case-sensitive), UTS 46, E.164.
 */
const customer = /^customer:[A-Za-z0-9._~-]{1,128}$/;
const subject = /^sub_[0-9a-hjkmnp-tv-z]{26}$/;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*$/;
const hostLabel = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const host = new RegExp(`^(?:${hostLabel}\\.)+(?=[a-z])${hostLabel}$`);
const isAscii = /^[\x20-\x7e]*$/;
/** Letters, marks and digits of any script; invisible characters would be dropped on the way to DNS and make a twin. */
const international = /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}.-])+$/u;

/** The normal form of an identifier, or undefined where the text is none. */
export function normalIdentifier(text: string): string | undefined {
  if (text.length > 400) return undefined;
  if (customer.test(text) || subject.test(text)) return text;
  if (text.startsWith('email:')) return prefixed('email:', normalEmail(text.slice('email:'.length)));
  if (text.startsWith('phone:')) return prefixed('phone:', normalPhone(text.slice('phone:'.length)));
  return undefined;
}

/** Somebody who works here, by the `sub` of their token; never a subject of the API. */
export const staffIdentifier = (principal: string): string => `staff:${principal}`;

/** The forms that may stand in a path: those that say nothing about the person by themselves. */
export const isPathIdentifier = (text: string): boolean => customer.test(text) || subject.test(text);

const prefixed = (prefix: string, rest: string | undefined): string | undefined =>
  rest === undefined ? undefined : prefix + rest;

function normalEmail(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  if (local.length > 64 || !localPart.test(local)) return undefined;
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
  const hasTwin = [...written].some((letter) => !isAscii.test(letter) && isAscii.test(letter.normalize('NFKC')));
  if (hasTwin || domain.normalize('NFKC') !== domain || !international.test(domain)) return undefined;
  return hostOf(domain.toLowerCase());
}

function hostOf(domain: string): string | undefined {
  return URL.canParse(`https://${domain}/`) ? new URL(`https://${domain}/`).hostname : undefined;
}

/** `(0)` is refused, because leaving out the brackets would dial another number. */
function normalPhone(number: string): string | undefined {
  if (number.length > 40 || number.includes('(0)')) return undefined;
  const digits = number.replaceAll(/[ ()-]/g, '');
  return /^\+[1-9][0-9]{6,14}$/.test(digits) ? digits : undefined;
}
