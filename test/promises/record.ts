/** What is promised about the record, and about signing in. */
import { expect } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { says, signedIn, sure } from '../given/a-shop.ts';
import { csrfOf, type Promised, type Scene, wordsOf } from './scene.ts';

const pathOf = (link: string): string => new URL(link).pathname;
const enter = ({ service }: Scene, link: string) =>
  service.call('POST', '/me/enter', { form: { code: link.slice(link.lastIndexOf('/') + 1) } });
/** A browser that asks for pages in the language of the scene. */
const browser = ({ language }: Scene) => ({ accept: 'text/html', 'accept-language': language });

export const recordPromises: readonly Promised[] = [
  {
    keys: ['ledger.lead', 'ledger.check.3', 'ledger.check.proves', 'use.proof'],
    says: 'Whatever is changed in the record, or left out of it, is found by whoever checks it.',
    rule: 'scripts/verify/verify-bundle.ts',
    async drive(scene) {
      for (const state of ['given', 'withdrawn'] as const) sure(await says(scene.service, state));
      const page = await scene.page('/me/ledger');
      for (const key of ['ledger.lead', 'ledger.check.3', 'ledger.check.proves'] as const) scene.stands(key, page);
      const evidence = sure(await scene.service.call('GET', '/v1/me/evidence', { self: scene.self })).body;
      scene.stands('use.proof', await scene.page('/me'), { entries: evidence.entries.length });
      const keys = [parseVkey(evidence.vkey)].filter((key): key is Vkey => !('refused' in key));
      const findings = (bundle: object) =>
        verifyBundle(Buffer.from(JSON.stringify(bundle)), { keys, source: 'the person' }).findings;
      expect(findings(evidence)).toEqual([]);
      const [first, ...others] = evidence.entries;
      const forged = Buffer.from(first.entry, 'base64').toString().replace('"v":1', '"v":1 ');
      const changed = { ...first, entry: Buffer.from(forged).toString('base64') };
      expect(findings({ ...evidence, entries: [changed, ...others] })).not.toEqual([]);
      const last = others.at(-1);
      const copied = { ...last, index: first.index };
      expect(findings({ ...evidence, entries: [copied, ...others] })).not.toEqual([]);
    },
  },
  {
    keys: ['enter.lead', 'enter.problem.lead'],
    says: 'A sign-in link works once, and for ten minutes.',
    rule: 'src/http/session/sessions.ts',
    async drive(scene) {
      const { service, self } = scene;
      const headers = browser(scene);
      const [used, old] = [await service.link(self), await service.link(self)];
      scene.stands('enter.lead', wordsOf(sure(await service.call('GET', pathOf(used), { headers }))), { company: '§' });
      expect((await enter(scene, used)).status).toBe(303);
      const again = await service.call('GET', pathOf(used), { headers });
      expect([again.status, (await enter(scene, used)).status]).toEqual([410, 410]);
      scene.stands('enter.problem.lead', wordsOf(again));
      service.clock.wind(10 * 60_000 + 1);
      expect((await service.call('GET', pathOf(old), { headers })).status).toBe(410);
      expect((await enter(scene, old)).status).toBe(410);
    },
  },
  {
    keys: ['failure.validation-failed.text', 'failure.csrf.text'],
    says: 'A form that does not fit, or comes from elsewhere, changes nothing.',
    rule: 'src/http/pipeline.ts',
    async drive(scene) {
      const { service } = scene;
      const before = await service.house.ledger.size(0);
      const { cookie } = await signedIn(service, scene.self);
      const headers = { ...browser(scene), cookie };
      const csrf = csrfOf(await service.call('GET', '/me/choices', { headers }));
      const send = (form: Readonly<Record<string, string>>) => service.call('POST', '/me/choices', { headers, form });
      const wrong = await send({ csrf, action: 'agree' });
      expect(wrong.status).toBe(422);
      scene.stands('failure.validation-failed.text', wordsOf(wrong));
      const foreign = await send({ csrf: 'x'.repeat(43), action: 'agree', purpose: 'support-drafts' });
      expect(foreign.status).toBe(403);
      scene.stands('failure.csrf.text', wordsOf(foreign));
      expect(await service.house.ledger.size(0)).toBe(before);
    },
  },
];
