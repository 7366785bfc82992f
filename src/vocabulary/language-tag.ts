/**
 * What is a language tag that every part of this service can read.
 * Flow:    openapi/models, http/wishes, language/say → here.
 * Promise: a text that passes here is taken by everything that writes numbers and dates; a variant or an extension that
 *          stands in it twice does not pass, because Intl throws over it.
 * Source:  BCP 47 (RFC 5646, 2.2.9: well-formed).
 */
const shape = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const longest = 35;

export function isLanguageTag(text: string): boolean {
  if (text.length > longest || !shape.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
