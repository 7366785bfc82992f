/**
 * A new version as somebody writes it in a form: its fields, the body that follows, and what is hard to read in it.
 * Flow:    http/handlers/console/notices → here → the models of the API, the gate of commands/registry.
 * Promise: whatever the form has no field for stays as it was published; the body is held to the model of the API and
 *          to the gate that publishing asks, so a preview never says better than the act.
 * Source:  decision 0127; decision 0005.
 */
import { NoticeBody, PurposeBody } from '../../openapi/models/registry.ts';
import type { WrittenArea } from '../answers/console/published.ts';
import { gateOf } from '../commands/registry/plain-enough.ts';
import { languages } from '../language/messages/catalogues.ts';
import type { TextFinding } from '../language/plain/plain.ts';
import { textsIn } from '../language/plain/texts-for-people.ts';
import { say } from '../language/say.ts';
import { isBlank } from '../vocabulary/blank.ts';
import { isProblem, type Problem } from '../vocabulary/problems.ts';
import { checkPart } from './bind.ts';

/** As a browser sends it: texts by the place of the member and the language, such as `body.en`. */
export interface DraftForm {
  readonly version: number;
  readonly material?: 'yes' | 'no';
  readonly override?: string;
  /** What a first version is for. */
  readonly purpose?: string;
  readonly [field: string]: unknown;
}

const models = { notice: NoticeBody, purpose: PurposeBody } as const;

export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');
const memberOf = (field: string): string => field.slice(0, field.lastIndexOf('.'));
const languageOf = (field: string): string => field.slice(field.lastIndexOf('.') + 1);

/** The texts of a body by the names of their fields. */
export const valuesOf = (area: WrittenArea, body: object): Readonly<Record<string, string>> =>
  Object.fromEntries(textsIn(area, body).map(({ pointer, text }) => [fieldOf(pointer), text]));

/** Which texts there are to write, and in which languages: ours, and any other that it has. */
export function fieldsToWrite(area: WrittenArea, body: object) {
  const fields = Object.keys(valuesOf(area, body));
  return {
    // A notice that nobody has written yet has the two texts that each of them has.
    members: fields.length === 0 ? ['title', 'body'] : [...new Set(fields.map(memberOf))],
    languages: [...new Set<string>([...languages, ...fields.map(languageOf)])],
  };
}

/** A browser ends lines as mail does; what people read, and its hash, is to be the same from either. */
const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n');

const writtenIn = (form: DraftForm, member: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([field, text]) =>
      memberOf(field) === member && typeof text === 'string' && !isBlank(text)
        ? [[languageOf(field), plainLines(text)]]
        : [],
    ),
  );

function withTexts(body: object, [name = '', ...rest]: readonly string[], texts: object): object {
  const inside: unknown = Object.entries(body).find(([each]) => each === name)?.[1];
  const value = rest.length === 0 ? texts : withTexts((inside ?? {}) as object, rest, texts);
  return { ...body, [name]: value };
}

/** From when the last one counts, and why it was published although it was not plain, is said of that one alone. */
const withoutOwn = (body: object): object =>
  Object.fromEntries(
    Object.entries(body).filter(([name]) => name !== 'effectiveFrom' && name !== 'plainLanguageOverride'),
  );

/** The body as it would be published. */
export function draftOf(area: WrittenArea, last: object, form: DraftForm): object {
  const { members } = fieldsToWrite(area, last);
  const texts = members.reduce(
    (body, member) => withTexts(body, member.split('.'), writtenIn(form, member)),
    withoutOwn(last),
  );
  const reason = form.override ?? '';
  return {
    ...texts,
    material: form.material !== 'no',
    ...(isBlank(reason) ? {} : { plainLanguageOverride: { reason: plainLines(reason) } }),
  };
}

/** The body where the API would take it, whatever its words are like. */
export function fitDraft(area: WrittenArea, body: object): { readonly body: object } | Problem {
  const checked = checkPart('body', models[area], body);
  return isProblem(checked) ? checked : { body: checked.value as object };
}

const quoted = (words: readonly string[] = []): string => words.map((word) => `“${word}”`).join(', ');

/** What is hard to read in one sentence, in the language of whoever writes. */
const findingWords = (language: string, { measure, place, value, limit, words, say: instead }: TextFinding): string =>
  say(language, `console.plain.${measure}`, { place, value, limit, words: quoted(words), say: quoted(instead) });

/** What is hard to read, by field; and whether a text stands in a language that is hardly measured. */
export function hardWords(area: WrittenArea, body: object, language: string) {
  const { faults, hasUnmeasured } = gateOf(area, body);
  const found: Record<string, string[]> = {};
  for (const { pointer, ...finding } of faults)
    found[fieldOf(pointer)] = [...(found[fieldOf(pointer)] ?? []), findingWords(language, finding)];
  return { findings: found as Readonly<Record<string, readonly string[]>>, hasUnmeasured };
}
