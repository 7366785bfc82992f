/** What is promised to whoever writes a notice: what its next version does to earlier answers, and what stays back. */
import { expect } from 'vitest';
import { says, sure } from '../given/a-shop.ts';
import { answerOf } from './acts.ts';
import type { Promised, Scene } from './scene.ts';

const PATH = '/console/notices/purpose/support-drafts';

const purposeOf = async ({ service }: Scene) =>
  sure(await service.call('GET', '/v1/purposes/support-drafts', { scope: 'registry' })).body;

const draft = async (scene: Scene, description: string, more: Readonly<Record<string, string>> = {}) => ({
  version: String((await purposeOf(scene)).version),
  'name.en': 'Faster answers',
  'description.en': description,
  ...more,
});

export const consoleNoticePromises: readonly Promised[] = [
  {
    keys: [
      'console.notices.write.note',
      'console.notices.material.yes',
      'console.notices.material.yes.hint',
      'console.notices.material.no',
    ],
    says: 'Seeing a version publishes nothing; published, it ends earlier answers or leaves them, as was chosen.',
    rule: 'src/http/draft.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given', scene.self));
      const atWork = await scene.staff('omar', ['registry']);
      const page = await atWork.page(PATH);
      for (const key of [
        'console.notices.write.note',
        'console.notices.material.yes',
        'console.notices.material.yes.hint',
        'console.notices.material.no',
      ] as const)
        scene.stands(key, page);
      const before = await purposeOf(scene);
      const same = { material: 'no', 'description.fr': '  ' };
      expect((await atWork.press(`${PATH}/preview`, await draft(scene, 'A machine writes first.', same))).status).toBe(
        200,
      );
      expect(await purposeOf(scene)).toEqual(before);
      expect((await atWork.press(`${PATH}/publish`, await draft(scene, 'A machine writes first.', same))).status).toBe(
        303,
      );
      expect((await purposeOf(scene)).description).not.toHaveProperty('fr');
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      const again = await draft(scene, 'A machine writes each answer.', { material: 'yes' });
      expect((await atWork.press(`${PATH}/publish`, again)).status).toBe(303);
      expect(await answerOf(scene)).toMatchObject({ allowed: false });
    },
  },
  {
    keys: ['console.notices.nothing', 'console.notices.not-plain', 'console.notices.override.hint'],
    says: 'What was not changed or is hard to read is not published, and a reason for hard words is there for everybody.',
    rule: 'src/http/handlers/console/notices.ts',
    async drive(scene) {
      const atWork = await scene.staff('omar', ['registry']);
      const easy = await draft(scene, 'A machine writes first.');
      expect((await atWork.press(`${PATH}/publish`, easy)).status).toBe(303);
      const before = await purposeOf(scene);
      scene.stands(
        'console.notices.nothing',
        await atWork.refused(`${PATH}/publish`, await draft(scene, easy['description.en'])),
      );
      const hard = await draft(scene, 'Pursuant to the law we use it.');
      const refused = await atWork.refused(`${PATH}/publish`, hard);
      for (const key of ['console.notices.not-plain', 'console.notices.override.hint'] as const)
        scene.stands(key, refused);
      expect((await atWork.press(`${PATH}/publish`, { ...hard, override: 'too short' })).status).toBe(422);
      expect(await purposeOf(scene)).toEqual(before);
      const override = 'The authority wrote these words.';
      expect((await atWork.press(`${PATH}/publish`, { ...hard, override })).status).toBe(303);
      expect(await purposeOf(scene)).toMatchObject({ plainLanguageOverride: { reason: override } });
    },
  },
];
