/**
 * Lines of a table for a spreadsheet.
 * Flow:    answers that hand out tables → here.
 * Promise: no cell is taken for a formula, whatever somebody recorded; every text cell stands in quotes.
 * Source:  RFC 4180.
 */

/** What spreadsheets take for the beginning of a formula, in wide letters, too. */
const formula = /^[\s\u0000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

export const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  return `"${(typeof value === 'string' && formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(',')}\r\n`;

/** A mark by which spreadsheets know the letters of every language; a table begins with it. */
export const csvStart = '\ufeff';
