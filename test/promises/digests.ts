/** What the digest for staff promises: once a day, only if something waits, and nothing about any person. */
import { expect } from 'vitest';
import { openMail } from '../../src/connectors/mail.ts';
import { sendDigests } from '../../src/jobs/send-digests.ts';
import { sure } from '../given/a-shop.ts';
import { aMailServer, decoded } from '../given/mail-server.ts';
import { type Language, languages, type Promised, type Scene } from './scene.ts';

/** One round to an address of each language, by a mail server. */
async function mailed({ service: { house, dataDir } }: Scene): Promise<readonly string[]> {
  const server = await aMailServer();
  const mail = openMail({ smtpUrl: server.url, from: 'privacy@shop.example', domain: 'shop.example', folder: dataDir });
  const to = languages.map((language) => ({ email: `${language}@shop.example`, language }));
  await sendDigests({ house, digests: house.digests, mail, digest: { to, hour: 0 }, report: () => undefined });
  mail.close();
  await server.stop();
  return server.mails.map(decoded);
}

export const digestPromises: readonly Promised[] = [
  {
    keys: ['digest.closing', 'digest.part.soon'],
    says: 'A digest comes once a day and only if something waits; what is due within seven days is in it, and nobody is.',
    rule: 'src/jobs/send-digests.ts',
    async drive(scene) {
      const { service, self } = scene;
      expect(await mailed(scene)).toEqual([]);
      sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self }));
      await scene.days(10);
      expect(await mailed(scene)).toEqual([]);
      await scene.days(15);
      const mails = await mailed(scene);
      const letterIn = (language: Language): string =>
        mails.find((mail) => mail.includes(`${language}@shop.example`)) ?? '';
      const read = await scene.each(async (language) => letterIn(language));
      scene.stands('digest.closing', read);
      scene.stands('digest.part.soon', read);
      for (const mail of mails) expect(mail).not.toContain(self);
      expect(await mailed(scene)).toEqual([]);
      await scene.days(1);
      expect(await mailed(scene)).toHaveLength(languages.length);
    },
  },
];
