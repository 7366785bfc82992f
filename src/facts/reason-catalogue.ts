/**
 * The catalogue of reasons of an AI system: what each code of a decision means, in the languages the company serves.
 * Flow:    PUT /v1/ai-systems (`reasonCatalogue`) → here → commands/decision (intake), answers/explanation.
 * Promise: it is versioned with its AI system: a decision is explained by the version in force when it was made.
 * Source:  docs/explanations.md (a catalogue of reasons); docs/law.md 4 (level 2, principal factors); decision 0010.
 */
import { z } from 'zod';
import type { Forms } from './form.ts';

const reasonIn = (form: Forms) => ({
  code: form.code.describe('As decisions name it in `factors[].code`.'),
  text: form.texts.describe(
    'The reason in words for the person, in every language served; `{value}` stands for their own value.',
  ),
  feature: z
    .string()
    .min(1)
    .max(100)
    .exactOptional()
    .describe('The input it speaks of. Default: the code without `-for` or `-against`.'),
  category: form.key.exactOptional().describe('The kind of data.'),
  unchangeable: z
    .boolean()
    .exactOptional()
    .describe('The person cannot change it, so it is never offered as what would have changed the result.'),
  changeable: z
    .boolean()
    .exactOptional()
    .describe('Your word that the person can change it, so that no list of words is asked; false says `unchangeable`.'),
  protected: z.boolean().exactOptional().describe('Law protects it; never offered either.'),
});

/** The members of a catalogue, in the forms of whoever takes or keeps it. */
export const catalogueIn = (form: Forms) => ({
  reasons: z
    .array(z.strictObject(reasonIn(form)))
    .min(1)
    .max(500),
  languages: z
    .array(form.language)
    .min(1)
    .max(50)
    .exactOptional()
    .describe('The languages the company serves. Default: those of `name`.'),
  terms: z
    .array(form.texts)
    .max(1000)
    .exactOptional()
    .describe('Words that decisions use in English only (labels, outcomes, values), in every language served.'),
});

export type ReasonCatalogue = z.infer<z.ZodObject<ReturnType<typeof catalogueIn>>>;

interface WithCatalogue {
  readonly name: Readonly<Record<string, string>>;
  readonly reasonCatalogue?: ReasonCatalogue;
}

/** The languages the company serves: as the catalogue says, else those in which the AI system has its name. */
export const servedLanguages = ({ name, reasonCatalogue }: WithCatalogue): readonly string[] =>
  reasonCatalogue?.languages ?? Object.keys(name);
