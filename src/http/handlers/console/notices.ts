/**
 * Handlers of consents and notices in the console: the list, one with its versions, a preview, and publishing it.
 * Flow:    app → here → answers/console, http/draft, commands `notice.publish` and `purpose.publish` (the same as the
 *          API) → pages/console.
 * Promise: nothing is published over a version that the writer has not seen, nor where nothing was changed; what is
 *          refused is told on the page with what was typed.
 * Source:  decision 0127.
 */
import * as endpoints from '../../../../openapi/endpoints/console-notices.ts';
import { Key } from '../../../../openapi/models/basics.ts';
import {
  askFirstNotice,
  askPublished,
  askPublishedOne,
  askToBegin,
  textChangesOf,
  type WrittenArea,
} from '../../../answers/console/published.ts';
import type { CommandKind, InputOf } from '../../../commands/commands.ts';
import { say } from '../../../language/say.ts';
import { newNoticePage } from '../../../pages/console/new-notice-page.tsx';
import { noticePage } from '../../../pages/console/notice-page.tsx';
import type { NoticePage } from '../../../pages/console/notice-shown.ts';
import { noticesPage } from '../../../pages/console/notices-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { type PageCall, senderOf } from '../../call.ts';
import { canBeMended, consoleChrome, refusalWords } from '../../console.ts';
import { type DraftForm, draftOf, fieldOf, fieldsToWrite, fitDraft, hardWords, valuesOf } from '../../draft.ts';
import { renderJson, renderRecorded } from '../../reply.ts';

type OnOne = PageCall & {
  readonly params: { readonly area: WrittenArea; readonly key: string };
  readonly body?: DraftForm | undefined;
};
type Drafted = OnOne & { readonly body: DraftForm };
type Compared = { readonly from?: number | undefined; readonly to?: number | undefined };

type Beginning = PageCall & {
  readonly query: { readonly key?: string | undefined; readonly purpose?: string | undefined };
};

interface Shown {
  readonly compared?: Compared;
  readonly done?: number | undefined;
  /** What was typed, and the body that follows from it. */
  readonly draft?: { readonly form: DraftForm; readonly body: object; readonly isSeen: boolean };
  readonly error?: string;
  readonly wrong?: readonly string[];
}

/** What is published, or what is begun with where the form says what a first version is for. */
async function askOne(house: House, { params: { area, key }, language, body }: OnOne, compared: Compared = {}) {
  const found = await askPublishedOne(house, { area, key, language }, compared);
  const purpose = body?.purpose;
  if (found !== undefined || purpose === undefined || area !== 'notice') return found;
  return askFirstNotice(house, { key, purpose });
}

async function render(house: House, call: OnOne, shown: Shown = {}): Promise<TextAnswer | Problem> {
  const { area } = call.params;
  const found = await askOne(house, call, shown.compared);
  if (found === undefined) return problem('not-found');
  const { draft, error, wrong, done } = shown;
  const body = draft?.body ?? found.body;
  const page: NoticePage = {
    ...found,
    ...fieldsToWrite(area, found.body),
    ...hardWords(area, body, call.language),
    values: valuesOf(area, body),
    material: draft?.form.material ?? 'yes',
    override: draft?.form.override ?? '',
    error,
    wrong: wrong ?? [],
    // Said only while it is so, whatever an address says.
    isDone: done === found.newest,
    preview: draft?.isSeen === true ? textChangesOf(area, found.body, draft.body) : null,
  };
  return { status: error === undefined ? 200 : 422, text: noticePage(page, await consoleChrome(house, call)) };
}

const refusal = (refused: Problem, call: OnOne): Pick<Shown, 'error' | 'wrong'> => ({
  error: refusalWords(refused, call),
  wrong: (refused.errors ?? []).map(({ pointer = '' }) => fieldOf(pointer)),
});

/** What stands in the way of a draft, whatever its words are like. */
function whyNot(
  found: { readonly newest: number; readonly body: object },
  { params: { area }, body: form, language }: Drafted,
) {
  const { newest, body } = found;
  if (form.version !== newest) return say(language, 'console.notices.meanwhile', { version: newest });
  const written = draftOf(area, body, form);
  const isSame = JSON.stringify(valuesOf(area, written)) === JSON.stringify(valuesOf(area, body));
  return isSame ? say(language, 'console.notices.nothing') : undefined;
}

/** The draft where it can be shown and published; else the page that says why not. */
async function drafted(house: House, call: Drafted) {
  const found = await askOne(house, call);
  if (found === undefined) return { page: problem('not-found') };
  const { params, body: form } = call;
  const written = draftOf(params.area, found.body, form);
  const draft = { form, body: written, isSeen: false };
  const error = whyNot(found, call);
  if (error !== undefined) return { page: await render(house, call, { draft, error }) };
  const fit = fitDraft(params.area, written);
  if (isProblem(fit)) return { page: await render(house, call, { draft, ...refusal(fit, call) }) };
  return { draft: { form, body: fit.body, isSeen: true } };
}

async function publish(house: House, call: Drafted) {
  const { page, draft } = await drafted(house, call);
  if (draft === undefined) return page;
  const { area, key } = call.params;
  const kind: Extract<CommandKind, `${string}.publish`> = `${area}.publish`;
  // The draft was held against the model of its area, which is the form that its rule takes.
  const input = { key, body: draft.body } as InputOf<typeof kind>;
  const done = renderRecorded(await house.record(kind, input, senderOf(call)));
  if (!isProblem(done)) return { see: `/console/notices/${area}/${key}?done=${call.body.version + 1}#saved` } as const;
  if (!canBeMended(done)) return done;
  const words = done.problem === 'not-plain-enough' ? say(call.language, 'console.notices.not-plain') : undefined;
  const { error, wrong = [] } = refusal(done, call);
  return render(house, call, { draft, error: words ?? error ?? '', wrong });
}

/** The name of a new notice, the words that say why it cannot be used, or nothing where none was written yet. */
async function whyNotBegin(house: House, { query: { key, purpose }, language }: Beginning) {
  const { purposes, taken } = await askToBegin(house, language);
  const begun = { purposes, key: key ?? '', purpose: purpose ?? '' };
  if (key === undefined || purpose === undefined) return { begun };
  if (!Key.safeParse(key).success)
    return { begun: { ...begun, error: say(language, 'console.notices.new.wrong-key'), wrong: ['key'] } };
  if (taken.has(key)) return { begun: { ...begun, error: say(language, 'console.notices.new.taken'), wrong: ['key'] } };
  return purposes.some((each) => each.key === purpose) ? { first: { key, purpose } } : { begun };
}

async function begin(house: House, call: Beginning): Promise<TextAnswer | Problem> {
  const { begun, first } = await whyNotBegin(house, call);
  if (first !== undefined) {
    const { key, purpose } = first;
    return render(house, { ...call, params: { area: 'notice', key }, body: { version: 0, purpose } });
  }
  const status = 'error' in begun ? 422 : 200;
  return { status, text: newNoticePage(begun, await consoleChrome(house, call)) };
}

export const consoleNoticeHandlers = (house: House): readonly Bound[] => [
  on(endpoints.showNotices)(async (call) => ({
    status: 200,
    text: noticesPage(await askPublished(house, call.language), await consoleChrome(house, call)),
  })),
  on(endpoints.showNewNotice)((call) => begin(house, call)),
  on(endpoints.showNotice)(({ query: { from, to, done }, ...call }) =>
    render(house, call, { compared: { from, to }, done }),
  ),
  on(endpoints.previewNotice)(async (call) => {
    const { page, draft } = await drafted(house, call);
    return draft === undefined ? page : render(house, call, { draft });
  }),
  on(endpoints.judgeNotice)(async (call) => {
    const found = await askOne(house, call);
    if (found === undefined) return problem('not-found');
    const { area } = call.params;
    const { findings } = hardWords(area, draftOf(area, found.body, call.body), call.language);
    return renderJson(200, { good: say(call.language, 'console.plain.good'), fields: findings });
  }),
  on(endpoints.publishNotice)((call) => publish(house, call)),
];
