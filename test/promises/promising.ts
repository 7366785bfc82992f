/**
 * Finds the sentences of the English catalogue that promise an effect: told what will be, what stops, what never is.
 * Flow:    test/house/promises.test.ts → here.
 * Promise: it errs towards listing; what it lists and is no promise stands in unpromised.ts with the reason.
 */
const marks = [
  // What will be, and when.
  `will|won't|at once|right away|within|until|any ?more|any time|no longer|again`,
  // What the person gets or may do.
  `you get|you can|you need|you may|you see|can then|without|free of charge|costs? nothing|it opens`,
  // What we do.
  `we (?:tell|answer|stop|correct|delete|never|do not|must|have|left|keep|count|wrote|look|follow|did)`,
  // What holds for everybody, always or never.
  `never|nothing|nobody|no ?one|everybody|everything|always|only|every|all your|in time`,
  // What is, once done.
  `stops?|stopped|stays?|ends?|ended|counts?|takes? effect|works|instead|is deleted|was deleted|became`,
  `cannot|must|may not|was told|were told|unreadable|destroyed|afterwards|decides|looks|reads`,
].join('|');
const promising = new RegExp(String.raw`\b(?:${marks})\b|\bby \{`, 'i');

/** What is written for a reader, without the machinery of plurals and choices. */
const read = (text: string): string => text.replaceAll(/\{\w+, (?:plural|select),/g, ' ');

export const isPromising = (text: string): boolean => promising.test(read(text));
