/**
 * How many syllables a word has, estimated from its letters by the habits of each language.
 * Flow:    tongues/*.ts → here.
 * Promise: at least one; right for about nine of ten words of running text, which is what a mean over a text needs. No
 *          text is refused because of one syllable more or less.
 */
const count = (word: string, pattern: RegExp): number => word.match(pattern)?.length ?? 0;

/** Nobody speaks such a word, and patterns that look back must not be led through a long one. */
const LONGEST = 60;
const estimated =
  (estimate: (word: string) => number) =>
  (word: string): number =>
    word.length > LONGEST ? Math.ceil(word.length / 3) : Math.max(1, estimate(word.toLowerCase()));

/** An e that is not spoken: at the end, in -ed and -es, and before endings such as -ment. */
function withoutSilentE(word: string): string {
  if (!/[aeiouy].*e/.test(word)) return word;
  return word
    .replace(/['’]s$/, '')
    .replace(/([^aeiouytd])ed$/, '$1d')
    .replace(/([^aeiouyscgxzh]|[^sc]h)es$/, '$1s')
    .replace(/([^aeiouyl]|[aeiouy]l)e$/, '$1')
    .replace(/(?<=[aeiouy][^aeiouyl]+)e(?=(?:ment|ful|less|ly|ness|thing|where|one|body|time)s?$)/, '')
    .replace(/^everi?/, 'evr')
    .replace(/^busi(?=ness)/, 'bus');
}

/** Pairs of vowels that are spoken apart. */
const APART =
  /[^ctsgnl]i[ao]|[nl]iou|[^ct]ie(?:t|n[ct])|[^g]ier$|cre(?=a)|(?:ar|id)ea|[^qg]ua|[aeiouy]ing|[^gp]eo(?![up])/g;

export const englishSyllables = estimated((word) => {
  const spoken = withoutSilentE(word);
  return count(spoken, /[aeiouy]+/g) + count(spoken, APART);
});

export const germanSyllables = estimated((word) =>
  count(word.replace(/qu/g, 'q'), /aa|ee|oo|ie|ai|ei|eu|äu|au|ay|ey|[aeiouyäöü]/g),
);

/** A final e is not spoken; é and a trema part vowels. */
export const frenchSyllables = estimated((word) => {
  const spoken = word
    .replace(/^.*['’]/, '')
    .replace(/[qg]u(?=[eéèêi])/g, 'k')
    .replace(/ée?s?$/, 'é')
    .replace(/(?<=[aeiouyàâéèêëîïôûùœ].*[^aeiouyàâéèêëîïôûùœ])es?$/, '')
    .replace(/èrent$/, 'èr')
    .replace(/(?<=[aeiouâéèo])y(?=[aeiouéè])/g, 'j');
  return count(spoken, /[ïëüé]|[aeiouyàâèêîôûùœ]+/g);
});

/** Strong vowels, and weak ones with an accent, each carry a syllable; weak ones lean on their neighbour. */
export const spanishSyllables = estimated((word) => {
  const groups = word.replace(/[qg]u(?=[eéií])/g, 'k').match(/[aeiouáéíóúüy]+/g) ?? [];
  return groups.reduce((sum, group) => sum + Math.max(1, count(group, /[aeoáéóíú]/g)), 0);
});
