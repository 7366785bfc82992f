/** What is promised with the folder that answers a copy. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { MANIFEST, type PackageFile, verifyPackage } from '../../scripts/verify/verify-package.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { signedIn } from '../given/a-shop.ts';
import { unzipped } from '../given/unzipped.ts';
import { answered } from './acts.ts';
import { type Promised, type Scene, wordsOf } from './scene.ts';

const MINUTE = 60_000;

async function fetched({ service, language }: Scene, id: string, cookie: string): Promise<Response> {
  const headers = { cookie, accept: 'text/html', 'accept-language': language };
  return fetch(`${service.url}/me/requests/${id}/package`, { headers });
}

const read = (text: string): string => wordsOf({ status: 200, headers: new Headers(), text, body: {} });

/** What the check of the folder finds, after one byte of this file was changed. */
async function findings({ service }: Scene, files: ReadonlyMap<string, Buffer>, changed?: string): Promise<number> {
  const laid = new Map<string, PackageFile>();
  for (const [path, bytes] of files) {
    const own = path === changed ? Buffer.concat([bytes.subarray(0, -1), Buffer.from('?')]) : bytes;
    const sha256 = createHash('sha256').update(own).digest('hex');
    if (path !== MANIFEST) laid.set(path, { bytes: own.length, sha256 });
  }
  const keys = [parseVkey((await service.house.ledger.vkey(0)) ?? '') as Vkey];
  const manifest = files.get(MANIFEST)?.toString('utf8') ?? '';
  return verifyPackage({ manifest, files: laid }, { keys, source: 'the test' }).findings.length;
}

export const packagePromises: readonly Promised[] = [
  {
    keys: [
      'package.download',
      'package.until',
      'package.lead',
      'package.check.words',
      'package.check.no-script',
      'failure.package-expired.text',
    ],
    says: 'A copy is one folder, for thirty days and right after signing in, that can be read and checked without us.',
    rule: 'src/http/package/package-answer.ts',
    written: true,
    async drive(scene) {
      const { language, self, service } = scene;
      const id = await answered(scene, 'access');
      const page = await scene.page(`/me/requests/${id}`);
      scene.stands('package.download', page);
      scene.stands('package.until', page);
      const files = await unzipped(
        new Uint8Array(await (await fetched(scene, id, scene.headers.cookie)).arrayBuffer()),
      );
      const index = files.get('index.html')?.toString('utf8') ?? '';
      for (const key of ['package.lead', 'package.check.words', 'package.check.no-script'] as const)
        scene.stands(key, { [language]: read(index) });
      const named = [...index.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, path = '']) => path);
      expect(named.filter((path) => !files.has(path))).toEqual([]);
      expect(await findings(scene, files)).toBe(0);
      expect(await findings(scene, files, 'data/aiUse.json')).toBe(1);

      const early = await signedIn(service, self);
      service.clock.wind(16 * MINUTE);
      const stale = await fetched(scene, id, early.cookie);
      expect(stale.status).toBe(403);
      const again = await signedIn(service, self);
      expect((await fetched(scene, id, again.cookie)).status).toBe(200);
      await scene.days(31);
      const late = await fetched(scene, id, (await signedIn(service, self)).cookie);
      expect(late.status).toBe(410);
      scene.stands('failure.package-expired.text', { [language]: read(await late.text()) });
    },
  },
];
