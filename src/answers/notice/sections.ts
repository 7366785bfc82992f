/**
 * The parts of the notice before a decision, each with the place of the law that asks for it.
 * Flow:    pre-use-notice.ts → here → language.
 * Promise: every part is always there, with published words or with the sentence that nothing is written down; a link
 *          leads to the very form, never to the top of a page.
 * Source:  11 CCR 7220(c)(1) to (5), 7221(b), 7222(b)(4)(A).
 */
import type { Purpose } from '../../evaluation/registry.ts';
import { listWords } from '../../language/dates.ts';
import { fallsUnder } from '../../law/law.ts';
import { promisesHumanAppeal } from '../../vocabulary/purpose.ts';
import type { Reader } from '../reader.ts';
import type { Way } from '../use/answer-parts.ts';
import type { PublishedNow } from '../use/material.ts';
import { declaredAnswer, exceptionWords, type PublishedSystem } from '../use/systems.ts';

export interface NoticeSection {
  readonly id:
    | 'purpose'
    | 'how'
    | 'output'
    | 'people'
    | 'opt-out'
    | 'no-opt-out'
    | 'alternative'
    | 'access'
    | 'no-retaliation'
    | 'own-words';
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly ways: readonly (Way & { readonly label: string })[];
  /** The place in the law; null where it is ours. */
  readonly source: string | null;
}

type Purposes = readonly Purpose[];

interface SectionsContext {
  readonly published: PublishedNow;
  readonly reader: Reader;
  readonly purposes: Purposes;
  readonly ownNotice: { readonly title: string; readonly version: number } | null;
  readonly versions: readonly { readonly name: string; readonly version: number }[];
}

/** The published exceptions to opting out that hold in California. */
export const exceptionsIn = (purposes: Purposes): readonly { readonly purpose: string; readonly code: string }[] =>
  purposes.flatMap(({ key, body }) =>
    (body.optOutExceptions ?? [])
      .filter(({ regime }) => fallsUnder('US-CA', regime))
      .map(({ code }) => ({ purpose: key, code })),
  );

export const promisesAppeal = (purposes: Purposes): boolean =>
  exceptionsIn(purposes).some(({ code }) => promisesHumanAppeal(code));

const ask = (kind: string, label: string): NoticeSection['ways'][number] => ({
  label,
  href: `/me/requests/new?kind=${kind}`,
  api: { method: 'POST', href: '/v1/me/requests', body: { kind } },
});

type Paragraphs = readonly (string | null)[];

export function sectionsOf(system: PublishedSystem, context: SectionsContext): readonly NoticeSection[] {
  const { reader } = context;
  const section = (
    id: NoticeSection['id'],
    source: string | null,
    [title, ...paragraphs]: readonly [string, ...Paragraphs],
  ): NoticeSection => {
    const said = paragraphs.filter((one) => one !== null);
    return { id, title, paragraphs: said.length === 0 ? [reader.say('notice.not-written')] : said, ways: [], source };
  };
  return [
    ...aboutTheSystem(system, context, section),
    ...aboutTheChoice(system, context, section),
    ...aboutTheText(context, section),
  ];
}

type Section = (
  id: NoticeSection['id'],
  source: string | null,
  words: readonly [string, ...Paragraphs],
) => NoticeSection;

const listed = (
  reader: Reader,
  key: 'notice.decisions' | 'notice.data' | 'notice.others',
  items: readonly string[],
): string | null => (items.length === 0 ? null : reader.say(key, { list: listWords(reader.language, items) }));

/** (c)(1), (5)(A) and (B). */
function aboutTheSystem(
  system: PublishedSystem,
  { reader, published, purposes }: SectionsContext,
  section: Section,
): readonly NoticeSection[] {
  const { logic, dataCategories, output, humanOversight, decisionTypes } = declaredAnswer(system, {
    published,
    reader,
  });
  const named = purposes.map(({ key, body }) =>
    `${reader.text(body.name) ?? key}. ${reader.text(body.description) ?? ''}`.trim(),
  );
  const data = dataCategories.map(({ label }) => label);
  const weight = output.soleFactor === null ? null : reader.say(output.soleFactor ? 'notice.sole' : 'notice.not-sole');
  return [
    section('purpose', '11 CCR 7220(c)(1)', [
      reader.say('notice.purpose.title'),
      ...named,
      listed(reader, 'notice.decisions', decisionTypes),
    ]),
    section('how', '11 CCR 7220(c)(5)(A)', [
      reader.say('notice.how.title'),
      logic,
      listed(reader, 'notice.data', data),
    ]),
    section('output', '11 CCR 7220(c)(5)(B)', [
      reader.say('notice.output.title'),
      output.type,
      output.use,
      weight,
      listed(reader, 'notice.others', output.otherFactors),
    ]),
    section('people', '11 CCR 7220(c)(5)(B)', [
      reader.say('notice.human.title'),
      humanOversight?.words ?? null,
      humanOversight?.description ?? null,
    ]),
  ];
}

/** (c)(2) to (4) and (5)(C). */
function aboutTheChoice(
  system: PublishedSystem,
  { reader, purposes }: SectionsContext,
  section: Section,
): readonly NoticeSection[] {
  const { optOut, alternative, appeal } = system.body;
  const excepted = exceptionsIn(purposes);
  const open = purposes.filter(
    ({ key, significant }) => significant && !excepted.some(({ purpose }) => purpose === key),
  );
  const no = section('opt-out', '11 CCR 7220(c)(2)', [
    reader.say('notice.opt-out.title'),
    open.length === 0 ? null : reader.say('notice.opt-out'),
    reader.text(optOut),
  ]);
  const appeals = promisesAppeal(purposes);
  const why = [...new Set(excepted.map(({ code }) => exceptionWords(code, reader)))];
  const none = section('no-opt-out', '11 CCR 7220(c)(2)', [
    reader.say('notice.no-opt-out.title'),
    ...why,
    ...(appeals ? [reader.say('notice.appeal'), reader.text(appeal)] : []),
  ]);
  const instead = section('alternative', '11 CCR 7220(c)(5)(C)', [
    reader.say('notice.alternative.title'),
    reader.text(alternative),
  ]);
  const access = section('access', '11 CCR 7220(c)(3)', [
    reader.say('notice.access.title'),
    reader.say('notice.access'),
  ]);
  const worse = section('no-retaliation', '11 CCR 7220(c)(4)', [
    reader.say('right.no-retaliation.title'),
    reader.say('right.no-retaliation.why'),
  ]);
  const hasOptOut = open.length > 0 || optOut !== undefined;
  return [
    ...(hasOptOut
      ? [{ ...no, ways: open.length === 0 ? [] : [ask('optout-admt', reader.say('notice.opt-out.button'))] }]
      : []),
    ...(excepted.length === 0
      ? []
      : [{ ...none, ways: appeals ? [ask('human-review', reader.say('notice.appeal.button'))] : [] }]),
    ...(hasOptOut ? [instead] : []),
    { ...access, ways: [ask('ai-explanation', reader.say('notice.access.button'))] },
    worse,
  ];
}

/** Which texts of ours it is made from, so that another version is another text. */
function aboutTheText({ reader, ownNotice, versions }: SectionsContext, section: Section): readonly NoticeSection[] {
  const each = versions.map(({ name, version }) => reader.say('notice.version.one', { name, version }));
  const own = ownNotice === null ? null : reader.say('notice.own', ownNotice);
  return [
    section('own-words', null, [
      reader.say('notice.own.title'),
      own,
      reader.say('notice.version', { list: listWords(reader.language, each) }),
    ]),
  ];
}
