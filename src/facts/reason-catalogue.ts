/**
 * The catalogue of reasons of an AI system: what each code of a decision means, in the languages the company serves.
 * Flow:    PUT /v1/ai-systems (`reasonCatalogue`) → here → commands/decision (intake), answers/explanation.
 * Promise: it is versioned with its AI system: a decision is explained by the version in force when it was made.
 * Source:  docs/explanations.md (a catalogue of reasons); docs/law.md 4 (level 2, principal factors).
 */
import { z } from 'zod';
import { Code, Key, Language, Texts } from './form.ts';

export const CatalogueReason = z.looseObject({
  code: Code,
  text: Texts,
  feature: z.string().exactOptional(),
  category: Key.exactOptional(),
  unchangeable: z.boolean().exactOptional(),
  protected: z.boolean().exactOptional(),
});
export type CatalogueReason = z.infer<typeof CatalogueReason>;

export const ReasonCatalogue = z.looseObject({
  reasons: z.array(CatalogueReason),
  languages: z.array(Language).exactOptional(),
  terms: z.array(Texts).exactOptional(),
});
export type ReasonCatalogue = z.infer<typeof ReasonCatalogue>;

/** The input that a reason speaks of; a code such as `income-against` names it before its direction. */
export const featureOf = ({ code, feature }: { readonly code: string; readonly feature?: string }): string =>
  feature ?? code.replace(/-(?:for|against)$/, '');

interface WithCatalogue {
  readonly name: Readonly<Record<string, string>>;
  readonly reasonCatalogue?: ReasonCatalogue;
}

/** The languages the company serves: as the catalogue says, else those in which the AI system has its name. */
export const servedLanguages = ({ name, reasonCatalogue }: WithCatalogue): readonly string[] =>
  reasonCatalogue?.languages ?? Object.keys(name);

/** Whether the catalogue says of this input that the person cannot change it or that law protects it. */
export const isMarked = (catalogue: ReasonCatalogue | undefined, feature: string): boolean =>
  (catalogue?.reasons ?? []).some(
    (reason) => featureOf(reason) === feature && (reason.unchangeable === true || reason.protected === true),
  );
