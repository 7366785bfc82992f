/** What is promised where something does not work: on the pages of people, and at the console. */
import { expect } from 'vitest';
import type { MessageKey } from '../../src/language/messages/en.ts';
import { check, says, sure } from '../given/a-shop.ts';
import { contest, decline, end, looked, NINA, OMAR, staff, step } from '../given/review/a-review.ts';
import type { Told } from '../given/service.ts';
import { answerOf, ask, fulfilled, requestOf, take, verified } from './acts.ts';
import { type Fields, inLanguage, type Language, type Promised, type Scene, wordsOf } from './scene.ts';

/** How many facts are on record: what is refused leaves none. */
const sizeOf = ({ service }: Scene): Promise<number> => service.house.ledger.size(0);

/** What a page says that fails, once in each language. */
async function failing(scene: Scene, status: number, call: (language: Language) => Promise<Told>) {
  return scene.each(async (language) => {
    const told = await call(language);
    expect(told.status, wordsOf(told)).toBe(status);
    return wordsOf(told);
  });
}

const browser = { accept: 'text/html' };

interface Refused {
  readonly key: MessageKey;
  readonly says: string;
  readonly rule: string;
  /** Who tries what; a form where it has fields, else a page. */
  readonly attempt: (scene: Scene) => Promise<{
    readonly who: string;
    readonly scopes?: Parameters<Scene['staff']>[1];
    readonly path: string;
    readonly fields?: Fields;
    readonly status: number;
  }>;
}

/** A step or a page of the console that is refused: it says so, and nothing is recorded but the look. */
const refusedAtWork = ({ key, says: words, rule, attempt }: Refused): Promised => ({
  keys: [key],
  says: words,
  rule,
  async drive(scene) {
    const { who, scopes, path, fields, status } = await attempt(scene);
    const atWork = await scene.staff(who, scopes);
    const before = (await kindsOf(scene)).length;
    const told = await failing(scene, status, async (language) => {
      return fields === undefined ? atWork.open(path, language) : atWork.press(path, fields, language);
    });
    scene.stands(key, told);
    expect((await kindsOf(scene)).length).toBe(before);
  },
});

/** The acts on record about the person, without looks. */
const kindsOf = async ({ service, self }: Scene): Promise<readonly string[]> =>
  sure(await service.call('GET', '/v1/me/ledger?limit=100', { self }))
    .body.items.map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => kind !== 'look.recorded');

const reviewOf = async ({ service }: Scene): Promise<string> =>
  sure(await contest(service, await decline(service))).body.id;
const reasons = 'The payslip of May shows 2,400 a month, which is above the line for this loan.';

const atTheConsole: readonly Promised[] = [
  refusedAtWork({
    key: 'console.failure.insufficient-scope',
    says: 'A page that is no part of a role is not opened.',
    rule: 'src/http/pipeline.ts',
    attempt: async () => ({ who: 'clerk-1', scopes: ['requests'], path: '/console/reviews', status: 403 }),
  }),
  refusedAtWork({
    key: 'console.failure.not-found',
    says: 'Where there is nothing, nothing is shown.',
    rule: 'src/http/handlers/console/reviews.ts',
    attempt: async () => ({ who: NINA, path: '/console/reviews/rev_00000000000000000000000001', status: 404 }),
  }),
  refusedAtWork({
    key: 'console.failure.invalid-transition',
    says: 'A step that something else has overtaken is not taken.',
    rule: 'src/commands/review/seat.ts',
    async attempt(scene) {
      const id = await reviewOf(scene);
      const mine = await scene.staff(NINA);
      expect((await mine.press(`/console/reviews/${id}/assign`)).status).toBe(303);
      return { who: NINA, path: `/console/reviews/${id}/assign`, fields: {}, status: 422 };
    },
  }),
  refusedAtWork({
    key: 'console.failure.not-assigned',
    says: 'Nobody takes a step of somebody else’s review.',
    rule: 'src/commands/review/seat.ts',
    async attempt(scene) {
      const id = await reviewOf(scene);
      sure(await step(scene.service, id, { step: 'assign', by: 'officer', body: { reviewer: NINA } }));
      return { who: OMAR, path: `/console/reviews/${id}/view-evidence`, fields: {}, status: 422 };
    },
  }),
  refusedAtWork({
    key: 'console.failure.separation-of-duty',
    says: 'Whoever confirmed a decision does not look at it again.',
    rule: 'src/commands/review/conflicts.ts',
    async attempt(scene) {
      const decision = await decline(scene.service);
      const { id } = sure(await contest(scene.service, decision)).body;
      await looked(scene.service, id);
      sure(await step(scene.service, id, { step: 'conclude', body: end('upheld') }));
      const again = sure(await contest(scene.service, decision)).body.id;
      return { who: NINA, path: `/console/reviews/${again}/assign`, fields: {}, status: 422 };
    },
  }),
  refusedAtWork({
    key: 'console.failure.authority-needed',
    says: 'Only somebody who may change a decision changes it.',
    rule: 'src/commands/review/conclude.ts',
    async attempt(scene) {
      await staff(scene.service, 'paul', { authority: [] });
      const id = await reviewOf(scene);
      await looked(scene.service, id, 'paul');
      const fields = { outcome: 'withdrawn', reasons };
      return { who: 'paul', path: `/console/reviews/${id}/conclude`, fields, status: 422 };
    },
  }),
  {
    keys: ['console.failure.validation-failed'],
    says: 'A form that does not fit changes nothing.',
    rule: 'src/http/handlers/console/requests.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      const atWork = await scene.staff('officer');
      const before = await kindsOf(scene);
      const fields = { reason: 'More letters than we thought.', until: 'next year' };
      const told = await atWork.refused(`/console/requests/${id}/extend`, fields);
      scene.stands('console.failure.validation-failed', told);
      expect(await kindsOf(scene)).toEqual(before);
    },
  },
  {
    keys: ['console.failure.subject-erased', 'console.request.erased'],
    says: 'Of somebody who is erased, staff read nothing but that a request was made.',
    rule: 'src/ledger/erasure/erase-person.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      const { id } = await ask(scene, 'erasure', { message: 'Delete my letters about Elm Street.' });
      const atWork = await scene.staff('officer');
      expect((await atWork.open(`/console/requests/${id}`)).text).toContain('Elm Street');
      sure(await take(scene, id, verified));
      sure(await take(scene, id, fulfilled));
      const page = await atWork.page(`/console/requests/${id}`);
      scene.stands('console.request.erased', page);
      expect(JSON.stringify([page, await requestOf(scene, id)])).not.toMatch(/Elm Street|customer:42|"subject":"/);
      const told = await atWork.refused('/console/desk', { whom: scene.self.replace('customer:', '') });
      scene.stands('console.failure.subject-erased', told);
    },
  },
];

export const failurePromises: readonly Promised[] = [
  ...atTheConsole,
  {
    keys: ['console.failure.sign-in-needed', 'failure.sign-in-needed.text'],
    says: 'Nobody reads a page of a person or of staff without signing in, and a link signs in.',
    rule: 'src/http/authenticate.ts',
    async drive(scene) {
      const { service, self } = scene;
      sure(await says(service, 'given'));
      const get = (path: string) =>
        failing(scene, 401, (language) => service.call('GET', inLanguage(path, language), { headers: browser }));
      const closed = await get('/me/ledger');
      scene.stands('failure.sign-in-needed.text', closed);
      expect(JSON.stringify(closed)).not.toContain('Faster answers');
      scene.stands('console.failure.sign-in-needed', await get('/console'));
      const code = (await service.link(self)).split('/').at(-1) ?? '';
      const entered = await service.call('POST', '/me/enter', { form: { code } });
      const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const opened = sure(await service.call('GET', '/me/ledger', { headers: { ...browser, cookie } }));
      expect(opened.text).toContain('Faster answers');
    },
  },
  {
    keys: ['failure.validation-failed.text', 'failure.csrf.text'],
    written: true,
    says: 'A form that does not fit, or comes from elsewhere, changes nothing.',
    rule: 'src/http/pipeline.ts',
    async drive(scene) {
      const before = await sizeOf(scene);
      const send = (fields: Fields) => (language: Language) => scene.press('/me/choices', fields, language);
      scene.stands('failure.validation-failed.text', await failing(scene, 422, send({ action: 'agree' })));
      const foreign = { csrf: 'x'.repeat(43), action: 'agree', purpose: 'support-drafts' };
      scene.stands('failure.csrf.text', await failing(scene, 403, send(foreign)));
      expect(await sizeOf(scene)).toBe(before);
    },
  },
  {
    keys: ['failure.invalid-transition.text'],
    written: true,
    says: 'A step that no longer applies changes nothing, and the request says how it stands.',
    rule: 'src/commands/request/step.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      sure(await take(scene, id, verified));
      sure(await take(scene, id, fulfilled));
      const told = await failing(scene, 409, (language) => scene.press(`/me/requests/${id}/cancel`, {}, language));
      scene.stands('failure.invalid-transition.text', told);
      expect((await requestOf(scene, id)).state).toBe('fulfilled');
    },
  },
  {
    keys: ['failure.subject-erased.text'],
    says: 'Who was deleted is told so, and nothing of them is shown.',
    rule: 'src/ledger/erasure/erase-person.ts',
    async drive(scene) {
      const { service, self } = scene;
      sure(await says(service, 'given'));
      const decision = await decline(service);
      const erasing = { json: { reason: 'The contract ended.' }, scope: 'admin', sub: 'officer' };
      sure(await service.call('POST', `/v1/subjects/${self}/erasure`, erasing));
      const refused = await service.call('GET', `/v1/subjects/${self}/ai-use?reason=audit`, { scope: 'audit' });
      expect([refused.status, refused.body.type]).toEqual([410, '/problems/subject-erased']);
      const told = await scene.each(async (language) =>
        wordsOf(
          sure(await service.call('GET', refused.body.type, { headers: { ...browser, 'accept-language': language } })),
        ),
      );
      scene.stands('failure.subject-erased.text', told);
      expect(refused.text).not.toContain(decision);
    },
  },
  {
    keys: ['failure.unavailable.text'],
    says: 'While it is not sure what time it is, nothing is allowed, shown or recorded, and a person reads why.',
    rule: 'src/clock-guard.ts',
    async drive(scene) {
      const { service, self } = scene;
      sure(await says(service, 'given'));
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      const before = await sizeOf(scene);
      service.clock.jump(-25 * 3_600_000);
      const opened = await failing(scene, 503, (language) =>
        service.call('GET', inLanguage('/me/choices', language), { headers: { ...browser, ...scene.headers } }),
      );
      scene.stands('failure.unavailable.text', opened);
      expect([(await check(service)).status, (await says(service, 'withdrawn', self)).status]).toEqual([503, 503]);
      expect(await sizeOf(scene)).toBe(before);
    },
  },
];
