/** What is promised about sessions, links that are sent, and addresses that a service names. */
import { expect } from 'vitest';
import { createAddressCodes } from '../../src/http/session/addresses.ts';
import { sendWaiting } from '../../src/jobs/send-messages.ts';
import { callerOfSystem } from '../../src/ledger/batch.ts';
import { scopesOfRole } from '../../src/vocabulary/scope.ts';
import { signedIn, sure } from '../given/a-shop.ts';
import { addressTools, cookieOf, linkBy, mailTo, press, throughLinkOf } from '../given/signing-in.ts';
import { csrfOf, type Promised, type Scene, wordsOf } from './scene.ts';

const EMAIL = 'email:ada@example.org';
const MINUTE = 60_000;

/** The plain part of a mail in one line, as its reader sees it. */
function readMail({ service }: Scene, kind: 'sign-in' | 'address'): string {
  const mail = mailTo(service, kind);
  const bytes = mail.replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString());
  return bytes.replaceAll(/\s+/g, ' ');
}

const named = ({ service, self, language }: Scene, scope: string) =>
  service.call('PUT', `/v1/subjects/${self}`, { json: { identifiers: [EMAIL], regimes: ['EU'], language }, scope });

/** A letter that waits, and one round of sending. */
async function sends({ service, self }: Scene): Promise<void> {
  const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'ai-explanation' }, self })).body;
  for (const [step, json] of [
    ['verify', { level: 'session' }],
    ['fulfil', {}],
  ] as const)
    sure(
      await service.call('POST', `/v1/requests/${id}/${step}`, {
        json: { reason: 'as the law asks', ...json },
        scope: 'requests',
        sub: 'officer',
      }),
    );
  await round(service);
}

const round = (service: Scene['service']): Promise<number> =>
  sendWaiting({
    house: service.house,
    outbox: service.house.outbox,
    mail: service.house.mail,
    sender: { caller: callerOfSystem, requestId: 'test' },
    codeFor: (identifier) => createAddressCodes(service.house.sessions, addressTools(service)).invite(identifier),
  });

export const signInPromises: readonly Promised[] = [
  {
    keys: ['failure.sign-in-needed.here', 'failure.sign-in-unavailable.text', 'failure.sign-in-failed.text'],
    says: 'Where a provider is configured a page leads to it; while it is down, and by a false answer, nobody comes in, and links work.',
    rule: 'src/http/session/sign-in.ts',
    // Nothing listens there.
    variables: { CANDOR_SUBJECT_SIGN_IN: 'http://127.0.0.1:9', CANDOR_SUBJECT_CLIENT: 'candor' },
    async drive(scene) {
      const { service, self } = scene;
      const reads = (path: string, status: number) =>
        scene.each(async (language) => {
          const headers = { accept: 'text/html', 'accept-language': language };
          const told = await service.call('GET', path, { headers });
          expect([told.status, told.headers.get('set-cookie')]).toEqual([status, null]);
          expect(told.text).toContain('href="/me/sign-in/begin');
          return wordsOf(told);
        });
      scene.stands('failure.sign-in-needed.here', await reads('/me', 401));
      scene.stands('failure.sign-in-unavailable.text', await reads('/me/sign-in/begin', 503));
      scene.stands('failure.sign-in-failed.text', await reads('/me/sign-in/answer?state=x&code=y', 401));
      const headers = { ...(await signedIn(service, self)) };
      expect((await service.call('GET', '/me', { headers })).status).toBe(200);
    },
  },
  {
    keys: ['sessions.end-all.effect'],
    says: 'Signing out everywhere ends every browser and every link that nobody has opened.',
    rule: 'src/http/session/kept-sessions.ts',
    written: true,
    async drive(scene) {
      const { service, self } = scene;
      const other = await signedIn(service, self);
      const waiting = await linkBy(service, 'shop', { subject: self });
      const page = await scene.open('/me/sessions');
      scene.stands('sessions.end-all.effect', { [scene.language]: wordsOf(page) });
      expect((await scene.press('/me/sessions/end-all', {})).status).toBe(303);
      for (const headers of [scene.headers, other])
        expect((await service.call('GET', '/me', { headers: { ...headers } })).status).toBe(401);
      expect((await press(service, waiting)).status).toBe(410);
    },
  },
  {
    keys: ['through.note', 'failure.own-sign-in-needed.text', 'sign-in.mail.text'],
    says: 'Who came by somebody else’s link deletes and copies nothing; a link by e-mail is one’s own, works once and for ten minutes.',
    rule: 'src/http/record/links.ts',
    written: true,
    async drive(scene) {
      const { service, self, language } = scene;
      const headers = {
        ...(await throughLinkOf(service, 'shop', { subject: self })),
        'accept-language': language,
        accept: 'text/html',
      };
      scene.stands('through.note', {
        [scene.language]: wordsOf(await service.call('GET', '/me/choices', { headers })),
      });
      const csrf = csrfOf(await service.call('GET', '/me/choices', { headers }));
      const erasure = await service.call('POST', '/me/requests', { headers, form: { csrf, kind: 'erasure' } });
      expect(erasure.status).toBe(403);
      scene.stands('failure.own-sign-in-needed.text', {
        [scene.language]: wordsOf(await service.call('GET', '/me/data', { headers })),
      });
      sure(await named(scene, scopesOfRole.officer.join(' ')));
      const link = async () => {
        const json = { subject: self, send: 'email' };
        sure(await service.call('POST', '/v1/links', { json, scope: 'admin', sub: 'shop' }));
        return /https?:\/\/\S+\/me\/enter\/[\w-]+/.exec(mailTo(service, 'sign-in'))?.[0] ?? 'none';
      };
      const url = await link();
      scene.stands('sign-in.mail.text', { [scene.language]: readMail(scene, 'sign-in') });
      const cookie = cookieOf(await press(service, url));
      expect((await service.call('GET', '/me/data', { headers: { cookie } })).status).toBe(200);
      expect((await press(service, url)).status).toBe(410);
      const late = await link();
      service.clock.wind(10 * MINUTE + 1);
      expect((await press(service, late)).status).toBe(410);
    },
  },
  {
    keys: ['address.mail.text', 'address.lead', 'address.done.lead'],
    says: 'An address that a service names gets nothing else until it is confirmed, and then gets the letters.',
    rule: 'src/jobs/send-messages.ts',
    written: true,
    async drive(scene) {
      const { service, language } = scene;
      sure(await named(scene, 'consent'));
      await sends(scene);
      scene.stands('address.mail.text', { [scene.language]: readMail(scene, 'address') });
      const state = async () =>
        (await service.call('GET', '/v1/me/messages', { self: scene.self })).body.items[0].state;
      expect(await state()).toBe('waiting');
      const path = /\/me\/address\/[\w-]+/.exec(mailTo(service, 'address'))?.[0] ?? 'none';
      const headers = { accept: 'text/html', 'accept-language': language };
      scene.stands(
        'address.lead',
        { [scene.language]: wordsOf(sure(await service.call('GET', path, { headers }))) },
        { company: '§' },
      );
      const form = { code: path.slice(path.lastIndexOf('/') + 1) };
      scene.stands('address.done.lead', {
        [scene.language]: wordsOf(sure(await service.call('POST', '/me/address', { headers, form }))),
      });
      service.clock.wind(24 * 60 * MINUTE);
      await round(service);
      expect(await state()).toBe('sent');
    },
  },
];
