/**
 * Reads a number as somebody writes it in their language: 1,860.50 or 1.860,50 or 1 860 €.
 * Flow:    http/corrections → here.
 * Promise: what cannot be read for sure is no number; nobody's 1,860 becomes 1.86.
 * Source:  docs/law.md 7.
 */
import { speaks } from './say.ts';

/** Signs, spaces and the name of a currency around a number, or a unit behind it. */
const around = /^[\p{Sc}\s]*(?:[A-Z]{3}\s)?([+-]?[\d.,'’\s]*\d)\s*(?:\p{Sc}|%|[A-Z]{3})?$/u;
const grouped = /^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+$/;

export function readNumber(language: string, typed: string): number | undefined {
  const written = around.exec(typed.trim().replaceAll('−', '-'))?.[1]?.replaceAll(/['’\s]/g, '');
  if (written === undefined) return undefined;
  const mark = speaks(language).language === 'en' ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = written.split(mark);
  if (more.length > 0) return undefined;
  // The mark of others stands between thousands; alone, and not before three digits, it is how they write a fraction.
  if (whole.includes(other)) {
    if (grouped.test(whole)) return numberIn(whole.replaceAll(other, ''), fraction);
    const [before = '', after = '', ...rest] = whole.split(other);
    return fraction === undefined && rest.length === 0 ? numberIn(before, after) : undefined;
  }
  return numberIn(whole, fraction);
}

function numberIn(whole: string, fraction: string | undefined): number | undefined {
  const text = fraction === undefined ? whole : `${whole}.${fraction}`;
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
