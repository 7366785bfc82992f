/** What is promised with a deletion: what is gone, what stays and until when. */
import { expect } from 'vitest';
import { says, sure } from '../given/a-shop.ts';
import { decline } from '../given/review/a-review.ts';
import { answerOf, certificateOf, officer, take, verified } from './acts.ts';
import { dayWords, type Promised, type Scene } from './scene.ts';

/** A deletion that staff entered, with what an officer keeps against it; gives the code that opens its letter. */
async function erased(scene: Scene, more: object = {}): Promise<{ readonly id: string; readonly secret: string }> {
  const { service, self, language } = scene;
  const json = { kind: 'erasure', subject: self, language };
  const { id, secret } = sure(await service.call('POST', '/v1/requests', { json, ...officer })).body;
  sure(await take(scene, id, verified));
  const fulfil = { json: { reason: 'As the law asks.', ...more }, scope: 'requests registry', sub: 'officer' };
  sure(await service.call('POST', `/v1/requests/${id}/fulfil`, fulfil));
  return { id, secret };
}

export const erasurePromises: readonly Promised[] = [
  {
    keys: [
      'right.erasure.how',
      'right.erasure.why',
      'stays.legal-hold',
      'stays.kept-purpose',
      'stays.consent-proof',
      'stays.ledger-hashes',
    ],
    written: true,
    variables: { CANDOR_KEEP_CONSENT_PROOF: 'P2Y art17-3-e-legal-claims' },
    says: 'A deletion can be asked for at any time; its letter names what stays and why, and nothing else does.',
    rule: 'src/ledger/erasure/what-remains.ts',
    async drive(scene) {
      const { service, self } = scene;
      sure(await says(service, 'given'));
      await decline(service);
      const answer = await scene.answer('/v1/me/ai-use');
      scene.stands('right.erasure.how', answer);
      scene.stands('right.erasure.why', answer);
      const hold = {
        json: { ground: 'art17-3-e-legal-claims', reason: 'Somebody went to court.', items: [{ purpose: 'loans' }] },
        scope: 'registry',
        sub: 'officer',
      };
      const held = sure(await service.call('POST', `/v1/subjects/${self}/holds`, hold)).body.id;
      const until = new Date(service.clock.now() + 86_400_000).toISOString();
      const keep = [{ purpose: 'support-drafts', code: 'art17-3-e-legal-claims', until }];
      const about = await erased(scene, { keep });
      const letter = await certificateOf(scene, about);
      for (const what of ['legal-hold', 'kept-purpose', 'consent-proof', 'ledger-hashes'] as const)
        scene.stands(`stays.${what}`, letter);
      // Kept for its purpose while the time lasts, and for nothing else.
      expect((await answerOf(scene)).reason).not.toBe('erased');
      const content = `/v1/subjects/${self}/holds/${held}/content?reason=audit`;
      expect(sure(await service.call('GET', content, { scope: 'audit' })).text).toContain('Your loan');
      const { status, body } = await service.call('GET', '/v1/me/ledger', { self });
      expect(status === 410 || body.items.length === 0).toBe(true);
      service.clock.wind(2 * 86_400_000);
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'erased' });
    },
  },
  {
    keys: ['letter.erasure.backups', 'letter.erasure.keep'],
    written: true,
    says: 'What was deleted has no content here, leads to nobody, and the record still checks; backups follow by the day named.',
    rule: 'src/ledger/erasure/erase-person.ts',
    async drive(scene) {
      const { service, self } = scene;
      const named = { identifiers: ['email:ada@example.org'], regimes: ['EU'], language: scene.language };
      sure(await service.call('PUT', `/v1/subjects/${self}`, { json: named, scope: 'consent' }));
      sure(await says(service, 'given'));
      const size = await service.house.ledger.size(0);
      const about = await erased(scene);
      const letter = await certificateOf(scene, about);
      scene.stands('letter.erasure.keep', letter);
      const certificate = sure(await service.call('GET', `/v1/requests/${about.id}/certificate`, { ...officer })).body;
      const day = dayWords(scene.language, certificate.unreadableInBackups);
      scene.stands('letter.erasure.backups', letter, { day });
      expect(Date.parse(certificate.unreadableInBackups)).toBeGreaterThan(service.clock.now());
      for (const identifier of ['email:ada@example.org', self]) {
        const json = { identifier };
        const found = await service.call('POST', '/v1/subjects/lookup', { json, scope: 'consent' });
        expect(found.status, identifier).toBeGreaterThanOrEqual(400);
      }
      const { items } = sure(await service.call('GET', '/v1/requests', officer)).body;
      expect(JSON.stringify(items)).not.toMatch(/customer:42|ada@example|"subject":"sub/);
      const wrong = { headers: { 'request-secret': `${about.secret.slice(0, -2)}xx` } };
      expect((await service.call('GET', `/v1/requests/${about.id}/certificate`, wrong)).status).toBeGreaterThan(400);
      // Nothing was taken out of the record: it only grew, and says of each entry that it is empty.
      expect(await service.house.ledger.size(0)).toBeGreaterThan(size);
      expect(certificate.covers.length).toBeGreaterThan(0);
    },
  },
];
