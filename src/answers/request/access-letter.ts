/**
 * The letter that answers a request for a copy: an overview in words, with the files beside it.
 * Flow:    ask-letter.ts (with the AI-use answer of the same moment) → here → pages/requests/letter-page.
 * Promise: recipients by name; what was not written down is said to be missing; the copy names the size of the record
 *          it was made from.
 * Source:  GDPR 15; C-154/21; docs/law.md 3.5, 3.6.
 */
import { countryWords } from '../../language/regions.ts';
import { isMessageKey } from '../../language/say.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Reader } from '../reader.ts';
import type { AiUseAnswer } from '../use/ai-use-answer.ts';
import { covers } from './covers.ts';
import { disagree, nameOfRequest } from './disagree.ts';
import type { AnsweredRequest, Letter, LetterSection } from './letter.ts';
import { withoutPermission } from './without-permission.ts';

export interface AccessMaterial {
  readonly fulfilledAt: number;
  readonly treeSize: number;
  readonly answer: AiUseAnswer;
  readonly files: { readonly data: string; readonly evidence: string };
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** One section of a list, or the sentence that says nothing is on record. */
const listed = (title: string, list: readonly string[], none: string): LetterSection =>
  list.length === 0 ? { title, paragraphs: [none] } : { title, list };

/** Who else receives data: those that are published, with what they are, and whoever was given a result. */
function recipientsOf({ systems, automatedDecisions }: AiUseAnswer, reader: Reader): readonly string[] {
  const published = systems.flatMap((system) =>
    system.recipients.map(({ name, country, role }) => {
      const where = country === null ? name : `${name} (${countryWords(reader.language, country)})`;
      const key = `letter.access.recipient.${role}`;
      return isMessageKey(key) ? `${where}: ${reader.say(key)}` : where;
    }),
  );
  const given = automatedDecisions.flatMap(({ scoreSuppliedTo }) => scoreSuppliedTo.map(({ words }) => words));
  return [...published, ...given];
}

function sectionsOf({ answer, files, treeSize }: AccessMaterial, reader: Reader): readonly LetterSection[] {
  const { systems } = answer;
  const purposes = systems.flatMap(({ name, choice }) =>
    choice.purposes.map((purpose) => `${purpose.name} (${name}). ${purpose.words}`),
  );
  const categories = systems.flatMap(({ dataCategories }) => dataCategories.map(({ label }) => label));
  const recipients = recipientsOf(answer, reader);
  const kept = systems.some(({ retention }) => retention !== null)
    ? systems.map(({ name, retention }) => `${name}: ${retention ?? reader.say('use.fact.not-published')}`)
    : [];
  const sources = systems.flatMap((system) => system.sources);
  return [
    {
      title: reader.say('letter.access.files'),
      paragraphs: [reader.say('letter.access.tree-size', { size: treeSize })],
      links: [
        { title: reader.say('letter.access.file.data'), href: files.data },
        { title: reader.say('letter.access.file.evidence'), href: files.evidence },
      ],
    },
    listed(reader.say('letter.access.purposes'), unique(purposes), reader.say('use.fact.not-published')),
    listed(reader.say('letter.access.categories'), unique(categories), reader.say('use.fact.not-published')),
    listed(reader.say('letter.access.recipients'), unique(recipients), reader.say('letter.access.recipients.none')),
    listed(reader.say('letter.access.retention'), unique(kept), reader.say('letter.access.retention.none')),
    listed(reader.say('letter.access.sources'), unique(sources), reader.say('letter.access.sources.none')),
    listed(
      reader.say('letter.access.decisions'),
      answer.automatedDecisions.map(({ headline, aiRole }) => `${headline}. ${aiRole.words}`),
      answer.automatedDecisionsWords,
    ),
  ];
}

/** A copy is named where a copy was asked for; every other request by its own name. */
function leadOf({ kind, receivedAt }: AnsweredRequest, reader: Reader): string {
  const day = reader.date(receivedAt);
  return kind === 'access'
    ? reader.say('letter.access.lead', { day })
    : reader.say('letter.by-hand.lead', { day, request: nameOfRequest(kind, reader) });
}

export const accessLetter = (request: AnsweredRequest, material: AccessMaterial, reader: Reader): Letter => ({
  title: reader.say('request.title', { request: nameOfRequest(request.kind, reader) }),
  date: timeOf(material.fulfilledAt),
  lead: leadOf(request, reader),
  sections: [
    {
      title: nameOfRequest(request.kind, reader),
      paragraphs: [
        reader.say(material.answer.proof.entries > 0 ? 'letter.access.confirm' : 'letter.access.confirm-none'),
        material.answer.summary,
      ],
    },
    ...withoutPermission(material.answer, reader),
    covers(reader, request.systems),
    ...sectionsOf(material, reader),
    disagree(request, reader),
  ],
  languageFallback: material.answer.languageFallback || reader.fellBack(),
});
