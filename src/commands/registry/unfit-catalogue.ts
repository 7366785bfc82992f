/**
 * What a catalogue of reasons must not hold.
 * Flow:    commands/registry → here → http.
 * Promise: no reason is published that says nothing or that somebody the company serves cannot read.
 * Source:  12 CFR 1002.9(b)(2); docs/explanations.md (vague-reason, translation-missing).
 */
import { type ReasonCatalogue, servedLanguages } from '../../facts/reason-catalogue.ts';
import type { DeclaredAiSystem } from '../../facts/registry.ts';
import { languagesMissing } from '../../language/terms.ts';
import { isVagueCode, vagueWordsIn } from '../../language/vague-reasons.ts';
import { type FieldError, type Problem, problem } from '../../vocabulary/problems.ts';
import { unfitMember } from '../refusal.ts';

const at = '/reasonCatalogue';

function vague({ reasons }: ReasonCatalogue): readonly FieldError[] {
  const fix = 'Name what was looked at and how it counted, for example "The loan would run for a long time".';
  return reasons.flatMap(({ code, text }, place) => {
    const said = Object.entries(text).flatMap(([language, words]) => {
      const found = vagueWordsIn(words, language);
      return found === undefined ? [] : [{ pointer: `${at}/reasons/${place}/text/${language}`, found }];
    });
    const named = isVagueCode(code) ? [{ pointer: `${at}/reasons/${place}/code`, found: code }] : [];
    return [...named, ...said].map(({ pointer, found }) =>
      unfitMember(pointer, 'vague-reason', {
        message: `"${found.slice(0, 100)}" is no reason that a person could check or change.`,
        fix,
      }),
    );
  });
}

function twice({ reasons }: ReasonCatalogue): readonly FieldError[] {
  const words = { message: 'This code stands in the catalogue twice.', fix: 'Give each reason a code of its own.' };
  return reasons.flatMap(({ code }, place) =>
    reasons.findIndex((one) => one.code === code) === place
      ? []
      : [unfitMember(`${at}/reasons/${place}/code`, 'duplicate-code', words)],
  );
}

function untranslated(body: DeclaredAiSystem, { reasons, terms }: ReasonCatalogue): readonly FieldError[] {
  const languages = servedLanguages(body);
  const texts = [
    ...reasons.map(({ text }, place) => [`${at}/reasons/${place}/text`, text] as const),
    ...(terms ?? []).map((text, place) => [`${at}/terms/${place}`, text] as const),
  ];
  return texts.flatMap(([pointer, text]) => {
    const missing = languagesMissing(text, languages);
    if (missing.length === 0) return [];
    const message = `This text is missing in ${missing.join(', ')}, which the company serves.`;
    return [
      unfitMember(pointer, 'translation-missing', {
        message,
        fix: 'Add the translation, or leave the language out of `languages`.',
      }),
    ];
  });
}

/** Terms are found by their English words. */
const withoutEnglish = ({ terms }: ReasonCatalogue): readonly FieldError[] =>
  (terms ?? []).flatMap((term, place) =>
    term.en === undefined
      ? [
          unfitMember(`${at}/terms/${place}/en`, 'required', {
            message: 'A term is found by its English words.',
            fix: 'Add `en`, exactly as decisions say it.',
          }),
        ]
      : [],
  );

export function unfitCatalogue(body: DeclaredAiSystem): Problem | undefined {
  const catalogue = body.reasonCatalogue;
  if (catalogue === undefined) return undefined;
  const faults = [
    ...vague(catalogue),
    ...twice(catalogue),
    ...untranslated(body, catalogue),
    ...withoutEnglish(catalogue),
  ];
  return faults.length === 0 ? undefined : problem('validation-failed', undefined, faults.slice(0, 100));
}
