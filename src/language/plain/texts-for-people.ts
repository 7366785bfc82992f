/**
 * Which texts of a published body people read, and what form each has.
 * Flow:    commands/registry (the gate), pages that edit a version → here.
 * Promise: whatever the pages, letters, explanations or staff say to a person from the registry stands in this list.
 *          Keys, codes, proper names, references and evidence for officers do not.
 * Source:  docs/plain-language.md; docs/law.md 4 (levels 1 and 3), 9.
 */
import type { TextForm } from './plain.ts';

/** `*` stands for every item of a list. */
type Places = Readonly<Record<string, TextForm>>;

const purpose: Places = {
  name: 'label',
  description: 'text',
  'legitimateInterest/interest': 'text',
  retention: 'text',
};

const notice: Places = { title: 'label', body: 'text' };

const aiSystem: Places = {
  name: 'label',
  description: 'text',
  logic: 'text',
  benefits: 'text',
  limitations: 'text',
  consequences: 'text',
  'humanOversight/description': 'text',
  'supportGuide/sayThis': 'text',
  'supportGuide/offerThis': 'text',
  'supportGuide/whereItFails': 'text',
  'reasonCatalogue/reasons/*/text': 'text',
  'reasonCatalogue/terms/*': 'label',
  interactionDisclosure: 'text',
  'decisionTypes/*': 'label',
  outputType: 'label',
  outputUse: 'text',
  'otherFactors/*': 'label',
  'sources/*': 'label',
  'evaluations/*/result': 'text',
  'trainingUse/description': 'text',
  retention: 'text',
  optOut: 'text',
  alternative: 'text',
  appeal: 'text',
};

/** A recipient has a proper name and nothing else to read. */
const textsForPeople = { purpose, notice, 'ai-system': aiSystem, recipient: {} } as const satisfies Record<
  string,
  Places
>;

export type PublishedArea = keyof typeof textsForPeople;

interface TextForPeople {
  /** JSON pointer to the member and its language. */
  readonly pointer: string;
  readonly language: string;
  readonly form: TextForm;
  readonly text: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function reached(value: unknown, steps: readonly string[], pointer: string): readonly (readonly [string, unknown])[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [[pointer, value]];
  if (!isObject(value)) return [];
  const names = step === '*' ? Object.keys(value) : [step].filter((name) => Object.hasOwn(value, name));
  return names.flatMap((name) => reached(value[name], rest, `${pointer}/${name}`));
}

export const textsIn = (area: PublishedArea, body: object): readonly TextForPeople[] =>
  Object.entries<TextForm>(textsForPeople[area]).flatMap(([place, form]) =>
    reached(body, place.split('/'), '').flatMap(([pointer, texts]) =>
      Object.entries(isObject(texts) ? texts : {}).flatMap(([language, text]) =>
        typeof text === 'string' ? [{ pointer: `${pointer}/${language}`, language, form, text }] : [],
      ),
    ),
  );
