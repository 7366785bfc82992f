/** What is promised about the record, and about signing in. */
import { compactVerify, createLocalJWKSet } from 'jose';
import { expect } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { says, sure } from '../given/a-shop.ts';
import { sigstoreJudge } from '../given/receipt/verifiers.ts';
import { decline } from '../given/review/a-review.ts';
import { inLanguage, type Language, type Promised, type Scene, wordsOf } from './scene.ts';

const pathOf = (link: string): string => new URL(link).pathname;
const enter = ({ service }: Scene, link: string) =>
  service.call('POST', pathOf(link).replace(/\/[^/]+$/, ''), { form: { code: link.slice(link.lastIndexOf('/') + 1) } });
const opened = ({ service }: Scene, link: string, language: Language) =>
  service.call('GET', inLanguage(pathOf(link), language), { headers: { accept: 'text/html' } });

export const recordPromises: readonly Promised[] = [
  {
    keys: ['receipt.files.words'],
    says: 'The two files of a receipt are checked by programs that are not ours, while we do not answer.',
    rule: 'src/answers/receipt/ask.ts',
    async drive(scene) {
      const { id } = sure(await says(scene.service, 'given')).body;
      scene.stands('receipt.files.words', await scene.page(`/me/consents/${id}`));
      const { headers, service } = scene;
      const file = async (as: string) =>
        sure(await service.call('GET', `/me/consents/${id}/receipt?as=${as}`, { headers })).text;
      const [jws, proof] = [await file('jws'), await file('tlog-proof')];
      const keys = createLocalJWKSet(sure(await scene.service.call('GET', '/.well-known/receipt-keys.json')).body);
      const vkey = sure(await scene.service.call('GET', '/ledger/0/vkey')).text.trim();
      await scene.service.stop();
      expect(new TextDecoder().decode((await compactVerify(jws, keys)).payload)).toContain(id);
      expect(sigstoreJudge(vkey, proof)).toMatchObject({ accepted: true });
      await expect(compactVerify(jws.replace('.', '.A'), keys)).rejects.toThrow();
      expect(sigstoreJudge(vkey, proof.replace(/^index .*$/m, 'index 0'))).toMatchObject({ accepted: false });
    },
  },
  {
    keys: ['ledger.lead', 'ledger.check.2', 'ledger.check.3', 'ledger.check.proves', 'use.proof', 'explanation.proof'],
    says: 'Whatever is changed in the record, or left out of it, is found by whoever checks it, without asking us.',
    rule: 'scripts/verify/verify-bundle.ts',
    async drive(scene) {
      for (const state of ['given', 'withdrawn'] as const) sure(await says(scene.service, state));
      const decision = await decline(scene.service);
      const page = await scene.page('/me/ledger');
      for (const key of ['ledger.lead', 'ledger.check.2', 'ledger.check.3', 'ledger.check.proves'] as const)
        scene.stands(key, page);
      scene.stands('explanation.proof', await scene.page(`/me/decisions/${decision}`), {
        size: (await scene.service.house.ledger.size(0)) as number,
      });
      const evidence = sure(await scene.service.call('GET', '/v1/me/evidence', { self: scene.self })).body;
      scene.stands('use.proof', await scene.page('/me'), { entries: evidence.entries.length });
      const keys = [parseVkey(evidence.vkey)].filter((key): key is Vkey => !('refused' in key));
      const findings = (bundle: object) =>
        verifyBundle(Buffer.from(JSON.stringify(bundle)), { keys, source: 'the person' }).findings;
      const forge = ({ entry, ...rest }: { readonly entry: string }) => {
        const forged = Buffer.from(entry, 'base64').toString().replace('"v":1', '"v":1 ');
        return { ...rest, entry: Buffer.from(forged).toString('base64') };
      };
      // Nobody of ours answers any more: the program asks us nothing.
      await scene.service.stop();
      expect(findings(evidence)).toEqual([]);
      for (const [place, entry] of evidence.entries.entries()) {
        const others = evidence.entries.filter((each: unknown) => each !== entry);
        const changed = evidence.entries.with(place, forge(entry));
        expect(findings({ ...evidence, entries: changed }), `${place} was changed`).not.toEqual([]);
        expect(findings({ ...evidence, entries: others }), `${place} was left out`).not.toEqual([]);
      }
    },
  },
  {
    keys: ['enter.lead', 'failure.link-expired.text'],
    says: 'A sign-in link works once, and for ten minutes.',
    rule: 'src/http/session/sessions.ts',
    async drive(scene) {
      const { service, self } = scene;
      const [used, old] = [await service.link(self), await service.link(self)];
      const asked = await scene.each(async (language) => wordsOf(sure(await opened(scene, used, language))));
      scene.stands('enter.lead', asked);
      expect((await enter(scene, used)).status).toBe(303);
      expect((await enter(scene, used)).status).toBe(410);
      const again = await scene.each(async (language) => {
        const told = await opened(scene, used, language);
        expect(told.status).toBe(410);
        return wordsOf(told);
      });
      scene.stands('failure.link-expired.text', again);
      service.clock.wind(10 * 60_000 + 1);
      expect((await opened(scene, old, 'en')).status).toBe(410);
      expect((await enter(scene, old)).status).toBe(410);
    },
  },
  {
    keys: ['console.enter.lead'],
    says: 'A link to the console works once.',
    rule: 'src/http/session/enter.ts',
    async drive(scene) {
      const link = await scene.service.consoleLink('nina', ['reviews']);
      const asked = await scene.each(async (language) => wordsOf(sure(await opened(scene, link, language))));
      scene.stands('console.enter.lead', asked);
      const entered = await enter(scene, link);
      expect([entered.status, entered.headers.get('location')]).toEqual([303, '/console']);
      expect((await enter(scene, link)).status).toBe(410);
    },
  },
];
