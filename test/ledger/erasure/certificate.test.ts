import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Trust, trusted } from '../../../scripts/verify/trust.ts';
import { certificateIn, verifyCertificate } from '../../../scripts/verify/verify-certificate.ts';
import { isWrong } from '../../../scripts/verify/wrong.ts';
import { main as verify } from '../../../scripts/verify.ts';
import { showCertificate } from '../../../src/answers/request/certificate.ts';
import type { OpenHouse } from '../../../src/house.ts';
import { aCanary, aCompany, aPlace, by, CANARY, does, officer, PIA, type Place } from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { engines } from '../../given/service.ts';
import { aSigner } from '../../given/verify/a-signer.ts';

/** Something else of the same form. */
function otherwise(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.length === 0 ? ['more'] : [otherwise(value[0]), ...value.slice(1)];
  const [[name, member] = ['more', ''], ...rest] = Object.entries(value as object);
  return { [name]: otherwise(member), ...Object.fromEntries(rest) };
}

describe.each(engines)('a certificate of erasure over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  let trust: Trust;
  let certificate: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    const request = await aCanary(house);
    await erased(house, PIA, { sender: by(officer), request });
    certificate = (await house.certificate(request)) as typeof certificate;
    const found = trusted({ vkeys: [], dataFolder: join(place.folder, 'data') });
    if (isWrong(found)) throw new Error(found.wrong);
    trust = found;
  });
  afterAll(async () => {
    await house.close();
    await place.drop();
  });
  const judged = (shown: unknown, by = trust) => {
    const read = certificateIn(JSON.stringify(shown));
    if (read === undefined) throw new Error('it is no certificate');
    return verifyCertificate(read, by);
  };

  it('names the recipients of the AI systems that used the data, and claims no answer', () => {
    expect(certificate).toMatchObject({
      recipients: [
        { recipient: 'example-hosting', name: { en: expect.any(String) }, told: 'not-known', answer: 'unknown' },
      ],
      toldAt: certificate['begunAt'],
    });
  });

  it('is signed as a whole, with the heads of the ledger before and after, and checked without us', () => {
    for (const shown of [certificate, showCertificate(certificate)]) {
      const verdict = judged(shown);
      expect(verdict).toMatchObject({ findings: [], request: certificate['request'], entries: certificate['entries'] });
      expect(verdict.after).toBeGreaterThan(verdict.before);
    }
    const note = certificateIn(String(certificate['signed']));
    expect(note && verifyCertificate(note, trust).findings).toEqual([]);
    expect(String(certificate['signed'])).not.toContain(CANARY);
  });

  it('is good or bad by `npm run verify`, with its exit code', async () => {
    const file = join(place.folder, 'certificate.json');
    const vkey = readFileSync(join(place.folder, 'data', 'log.vkey'), 'utf8').trim();
    writeFileSync(file, JSON.stringify(showCertificate(certificate)));
    expect(await verify([file, '--vkey', vkey, '--json'])).toBe(0);
    writeFileSync(file, JSON.stringify({ ...showCertificate(certificate), entries: 1 }));
    expect(await verify([file, '--vkey', vkey, '--json'])).toBe(1);
  });

  it('is bad under another key, and where anything shown beside the note is not what was signed', () => {
    expect(
      judged(certificate, { keys: [aSigner(String(house.keyring.origin)).vkey], source: 'the test' }).findings.map(
        ({ place: at }) => at,
      ),
    ).toEqual(['signed']);
    const shown = showCertificate(certificate);
    for (const [name, value] of Object.entries(shown)) {
      if (name === 'signed') continue;
      const found = judged({ ...shown, [name]: otherwise(value) }).findings.map(({ place: at }) => at);
      expect(found, name).toContain(name);
    }
  });

  it('stays good once a recipient has read of it, which is known later than it is signed', () => {
    const shown = showCertificate(certificate);
    const recipients = (shown['recipients'] as readonly object[]).map((each) => ({
      ...each,
      told: 'told',
      readBy: '2026-11-03T09:00:00.000Z',
    }));
    expect(judged({ ...shown, recipients }).findings).toEqual([]);
    const others = recipients.map((each) => ({ ...each, recipient: 'nobody' }));
    expect(judged({ ...shown, recipients: others }).findings).toMatchObject([{ place: 'recipients' }]);
  });

  it('is bad with any one letter of the note changed', () => {
    const note = String(certificate['signed']);
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.constantFrom('a', '0', '\n', ' ', 'é'), (at, letter) => {
        fc.pre(note[at] !== letter);
        const changed = `${note.slice(0, at)}${letter}${note.slice(at + 1)}`;
        const read = certificateIn(JSON.stringify({ ...certificate, signed: changed }));
        expect(read === undefined || verifyCertificate(read, trust).findings.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is made for an erasure without a request, too', async () => {
    await does(house, 'subject.describe', { subject: 'customer:plain', identifiers: [], regimes: ['EU'] });
    const plain = await erased(house, 'customer:plain', { sender: by(officer) });
    expect(judged(plain.certificate)).toMatchObject({ findings: [], request: null, recipients: [] });
  });
});
