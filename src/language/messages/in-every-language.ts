/**
 * What a language owes to English: every key of an area, and none besides.
 * Flow:    de/, fr/, es/ (each area) → here.
 * Promise: whoever adds an English key is stopped by the compiler until it stands in every other language too, in the
 *          file of the same name; whoever takes one away, until it is gone there.
 * Source:  docs/languages.md (what holds it).
 */
export type InEveryLanguage<English> = Readonly<Record<keyof English, string>>;
