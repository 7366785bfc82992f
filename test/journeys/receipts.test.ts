import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet } from 'jose';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aShop, BEN, says, signedIn, sure } from '../given/a-shop.ts';
import { goJudge, hasGo, type Judged, openedIn, sigstoreJudge } from '../given/receipt/verifiers.ts';
import { knownTerms } from '../given/receipt/vocabulary.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

interface Quad {
  readonly predicate: { readonly value: string };
  readonly object: {
    readonly value: string;
    readonly termType: string;
    readonly datatype?: { readonly value: string };
  };
}

/** Nothing may be fetched: a receipt is read on a machine without a network, in ten years. */
const offline = async (address: string): Promise<never> => {
  throw new Error(`a receipt must not need ${address}`);
};
const quadsOf = async (document: object): Promise<readonly Quad[]> =>
  (await jsonld.toRDF(document as never, { documentLoader: offline, safe: true } as never)) as unknown as Quad[];

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
/** What of a document is a term: predicates, classes, types of values, and what it conforms to. */
const termsOf = (quads: readonly Quad[]): readonly string[] => [
  ...new Set(
    quads.flatMap(({ predicate, object }) => [
      predicate.value,
      ...(predicate.value === TYPE || predicate.value.endsWith('/conformsTo') ? [object.value] : []),
      ...(object.datatype === undefined ? [] : [object.datatype.value]),
    ]),
  ),
];

const receiptOf = (service: RunningService, id: string, scope = 'consent'): Promise<Told> =>
  service.call('GET', `/v1/consents/${id}/receipt`, { scope });
const shownAt = (node: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], node);

describe.each(engines)('the receipt of a choice over %s', (engine) => {
  let service: RunningService;
  let vkey: string;
  beforeAll(async () => {
    service = await aService({
      engine,
      variables: {
        CANDOR_COMPANY: 'Example Bank',
        CANDOR_CONTACT: 'Privacy team; privacy@example.com; 1 Main Street, Berlin',
      },
    });
    await aShop(service);
    vkey = (await service.call('GET', '/ledger/0/vkey')).text.trim();
  });
  afterAll(() => service.stop());

  it('uses only terms that exist, and needs nothing from elsewhere to be read', async () => {
    for (const state of ['given', 'withdrawn', 'refused'] as const) {
      const { id } = sure(await says(service, state)).body;
      const { receipt } = sure(await receiptOf(service, id)).body;
      const terms = termsOf(await quadsOf(receipt));
      expect(terms.filter((term) => !knownTerms.has(term))).toEqual([]);
      expect(terms.length).toBeGreaterThan(30);
      service.clock.wind(1000);
    }
    const { id } = sure(await says(service, 'given')).body;
    const { receipt } = sure(await receiptOf(service, id)).body;
    const invented = { ...receipt, 'dpv:hasInvented': 'x' };
    expect(termsOf(await quadsOf(invented)).filter((term) => !knownTerms.has(term))).toEqual([
      'https://w3id.org/dpv#hasInvented',
    ]);
  });

  it('says what was asked, on which notice and law, who answers for it, and what was answered when', async () => {
    const { id, subject } = sure(await says(service, 'given')).body;
    const { receipt } = sure(await receiptOf(service, id)).body;
    const record = receipt['dct:hasPart'];
    const process = record['dpv:hasProcess'];
    expect(receipt['dct:conformsTo']['@id']).toBe('https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr');
    expect(record['dpv:hasDataSubject']['dpv:hasIdentifier']).toBe(subject);
    expect(record['dpv:hasNotice']).toMatchObject({ 'dct:hasVersion': '1' });
    expect(record['dpv:hasNotice']['dct:description'][0]['@value']).toContain('You can change your mind');
    expect(shownAt(process, 'dpv:hasPurpose.dct:title.0.@value')).toBe('Faster answers');
    expect(process['dpv:hasPersonalData'].map((each: object) => shownAt(each, 'dpv:hasIdentifier'))).toEqual([
      'messages',
      'orders',
    ]);
    expect(shownAt(process, 'dpv:hasLegalBasis.0.@type')).toContain('eu-gdpr:A6-1-a');
    expect(shownAt(process, 'dpv:hasDataController.0')).toMatchObject({
      'dpv:hasName': 'Example Bank',
      'schema:contactPoint': { 'schema:email': 'privacy@example.com' },
    });
    expect(shownAt(process, 'dpv:hasRecipient.0')).toMatchObject({
      '@type': ['dpv:Recipient', 'dpv:DataProcessor'],
      'dpv:hasCountry': { 'dpv:hasIdentifier': 'DE' },
    });
    expect(shownAt(record, 'dpv:hasConsentStatus.0')).toMatchObject({
      '@type': ['dpv:ConsentGiven'],
      'dpv:isIndicatedBy': { 'dpv:hasIdentifier': subject },
      'dpv:hasDuration': { 'rdf:value': { '@value': 'P13M' } },
    });
    // Nothing published says how long data is kept, and the person did not say how they answered.
    expect(process).not.toHaveProperty('dpv:hasStorageCondition');
    expect(shownAt(record, 'dpv:hasConsentStatus.0')).not.toHaveProperty('dpv:hasIndicationMethod');
    expect(shownAt(record, 'dct:provenance.dct:description')).toContain('method');
    expect(JSON.stringify(receipt)).not.toContain(ADA);
  });

  it('names no time and no giver that a service did not state, and keeps how it was given when it did', async () => {
    const json = { subject: BEN, purpose: 'support-drafts', state: 'given', notice: { key: 'support-notice' } };
    const bare = sure(await service.call('POST', '/v1/consents', { json, scope: 'consent' })).body;
    const event = shownAt((await receiptOf(service, bare.id)).body, 'receipt.dct:hasPart.dpv:hasConsentStatus.0');
    for (const absent of ['dpv:isIndicatedAtTime', 'dpv:isIndicatedBy', 'dpv:hasIndicationMethod'])
      expect(event).not.toHaveProperty(absent);
    expect(event).toHaveProperty('dct:created');
    const stated = { ...json, method: 'signed', givenBy: 'self', occurredAt: '2026-11-01T08:00:00.000Z' };
    const full = sure(await service.call('POST', '/v1/consents', { json: stated, scope: 'consent' })).body;
    expect(
      shownAt((await receiptOf(service, full.id)).body, 'receipt.dct:hasPart.dpv:hasConsentStatus.0'),
    ).toMatchObject({
      'dpv:isIndicatedAtTime': { '@value': '2026-11-01T08:00:00.000Z' },
      'dpv:hasIndicationMethod': 'signed',
    });
  });

  it('is signed by the key of the log, which is published twice', async () => {
    const { id } = sure(await says(service, 'given')).body;
    const { receipt, jws } = sure(await receiptOf(service, id)).body;
    const keys = sure(await service.call('GET', '/.well-known/receipt-keys.json')).body;
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(keys));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(receipt);
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', cty: 'ld+json', typ: 'consent-receipt+jws' });
    expect(vkey.startsWith(`${protectedHeader.kid}+`)).toBe(true);
    const [head, , signature] = jws.split('.');
    const forged = Buffer.from(JSON.stringify({ ...receipt, 'dct:issued': 'never' })).toString('base64url');
    await expect(compactVerify(`${head}.${forged}.${signature}`, createLocalJWKSet(keys))).rejects.toThrow();
  });

  const tampered = (proof: string): readonly (readonly [what: string, proof: string])[] => {
    const { entry, salt, payload } = openedIn(proof);
    const other = Buffer.from(entry.toString().replace('consent.given', 'consent.refused'));
    const extra = JSON.stringify({ entry: other.toString('base64'), salt: salt.toString('base64'), payload });
    const lines = proof.split('\n');
    const index = Number(lines[2]?.slice(6));
    const changed = (line: string): string => `${line[0] === 'A' ? 'B' : 'A'}${line.slice(1)}`;
    const at = lines.indexOf('');
    return [
      ['another entry', proof.replace(/^extra .*$/m, `extra ${Buffer.from(extra).toString('base64')}`)],
      ['another place', proof.replace(/^index .*$/m, `index ${index - 1}`)],
      ['another hash', lines.with(3, changed(lines[3] ?? '')).join('\n')],
      ['a hash less', lines.toSpliced(3, 1).join('\n')],
      ['a hash more', lines.toSpliced(3, 0, lines[3] ?? '').join('\n')],
      ['another size', lines.with(at + 2, String(Number(lines[at + 2]) + 1)).join('\n')],
      ['another root', lines.with(at + 3, changed(lines[at + 3] ?? '')).join('\n')],
      ['another signature', proof.replace(/(?<=— \S+ .{12})./, changed)],
    ];
  };
  const judgedBy = async (judge: (vkey: string, proof: string) => Judged): Promise<void> => {
    const { id } = sure(await says(service, 'given')).body;
    const { proof } = sure(await receiptOf(service, id)).body;
    expect(judge(vkey, proof)).toMatchObject({ accepted: true });
    for (const [what, bad] of tampered(proof)) {
      expect(bad, what).not.toBe(proof);
      expect({ what, ...judge(vkey, bad) }).toMatchObject({ accepted: false });
    }
  };

  it("its proof file is accepted by sigstore's verifier, and no changed one is", () => judgedBy(sigstoreJudge));

  it.skipIf(!hasGo)("its proof file is accepted by the packages of Go's own log, and no changed one is", async () => {
    const { judge, remove } = goJudge();
    await judgedBy(judge).finally(remove);
  });

  it('leads from the proven entry to the choice: the entry commits to the content in the file', async () => {
    const { id } = sure(await says(service, 'given')).body;
    const { entry, salt, payload } = openedIn(sure(await receiptOf(service, id)).body.proof);
    const written = JSON.parse(entry.toString());
    expect(written).toMatchObject({ id, kind: 'consent.given' });
    expect(createHash('sha256').update(salt).update(payload).digest('base64')).toBe(written.commitment);
    expect(JSON.parse(payload)).toMatchObject({ purpose: 'support-drafts' });
  });

  it('of a consent that was withdrawn says so, and when', async () => {
    const { id } = sure(await says(service, 'given')).body;
    service.clock.wind(60_000);
    const no = sure(await says(service, 'withdrawn')).body;
    service.clock.wind(60_000);
    sure(await says(service, 'given'));
    const status = shownAt((await receiptOf(service, id)).body, 'receipt.dct:hasPart.dpv:hasConsentStatus');
    expect(status).toMatchObject([
      { '@type': ['dpv:ConsentGiven'], 'dpv:hasIdentifier': id },
      { '@type': ['dpv:ConsentWithdrawn'], 'dpv:hasIdentifier': no.id },
    ]);
  });

  it('says nothing of an end that another choice came to', async () => {
    const purpose = examples.find(({ endpoint }) => endpoint === 'putPurpose')?.body;
    sure(await service.call('PUT', '/v1/purposes/another', { json: purpose, scope: 'registry', sub: 'officer' }));
    const { id } = sure(await says(service, 'given')).body;
    service.clock.wind(60_000);
    for (const [subject, named] of [
      [ADA, 'another'],
      [BEN, 'support-drafts'],
    ]) {
      const json = { purpose: named, state: 'withdrawn' };
      sure(await service.call('POST', '/v1/me/consents', { json, self: subject ?? '' }));
    }
    const status = shownAt((await receiptOf(service, id)).body, 'receipt.dct:hasPart.dpv:hasConsentStatus');
    expect(status).toMatchObject([{ '@type': ['dpv:ConsentGiven'], 'dpv:hasIdentifier': id }]);
    expect(status).toHaveLength(1);
  });

  it('is for the person too, as JSON, as a page with its files, and for nobody else', async () => {
    const { id } = sure(await says(service, 'given')).body;
    const mine = sure(await service.call('GET', `/v1/me/consents/${id}/receipt`, { self: ADA })).body;
    expect(mine.receipt['dpv:hasIdentifier']).toBe(`${id}/receipt`);
    const cookie = await signedIn(service, ADA);
    const page = sure(await service.call('GET', `/me/consents/${id}`, { headers: cookie })).text;
    expect(page).toContain('You said yes to: Faster answers');
    expect(page).toContain('You can change your mind at any time.');
    expect(sure(await service.call('GET', '/me/ledger', { headers: cookie })).text).toContain(`/me/consents/${id}"`);
    for (const file of ['jws', 'jsonld', 'tlog-proof']) {
      const path = `/me/consents/${id}/receipt?as=${file}`;
      expect(page).toContain(path);
      const told = sure(await service.call('GET', path, { headers: cookie }));
      expect(told.headers.get('content-disposition')).toContain(`receipt.${file}`);
      if (file === 'tlog-proof') expect(sigstoreJudge(vkey, told.text)).toMatchObject({ accepted: true });
    }
    const other = await signedIn(service, BEN);
    for (const path of [`/me/consents/${id}`, `/me/consents/${id}/receipt`])
      expect((await service.call('GET', path, { headers: other })).status).toBe(404);
    expect((await service.call('GET', `/v1/me/consents/${id}/receipt`, { self: BEN })).status).toBe(404);
    expect((await receiptOf(service, id, 'use')).status).toBe(403);
  });

  it('is gone with the person', async () => {
    const gone = 'customer:gone';
    const { id } = sure(await says(service, 'given', gone)).body;
    expect((await receiptOf(service, id)).status).toBe(200);
    sure(await service.call('POST', `/v1/subjects/${gone}/erasure`, { json: {}, scope: 'admin' }));
    expect((await receiptOf(service, id)).status).toBe(404);
    expect((await service.call('GET', `/v1/me/consents/${id}/receipt`, { self: gone })).status).toBe(404);
  });
});
