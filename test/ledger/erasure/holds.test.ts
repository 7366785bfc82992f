import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../../../scripts/backup.ts';
import { lookAtHeld } from '../../../scripts/doctor/held.ts';
import { restore } from '../../../scripts/restore.ts';
import { openSource } from '../../../scripts/verify/open-source.ts';
import { trusted } from '../../../scripts/verify/trust.ts';
import { certificateIn, verifyCertificate } from '../../../scripts/verify/verify-certificate.ts';
import { isWrong } from '../../../scripts/verify/wrong.ts';
import { main as verify } from '../../../scripts/verify.ts';
import { showCertificate } from '../../../src/answers/request/certificate.ts';
import type { SetHold } from '../../../src/commands/hold/set-hold.ts';
import type { OpenHouse } from '../../../src/house.ts';
import type { HeldEntry } from '../../../src/ports/reads.ts';
import { commitment, leafHash } from '../../../src/seal/seal.ts';
import { Unavailable } from '../../../src/store/store.ts';
import {
  aCanary,
  aCompany,
  aPlace,
  by,
  CANARY,
  does,
  found,
  officer,
  PIA,
  type Place,
  problemOf,
  quietly,
} from '../../given/ledger/a-house.ts';
import { erased } from '../../given/ledger/erased.ts';
import { failing } from '../../given/ledger/failing.ts';
import type { Database } from '../../given/postgres.ts';
import { dailyEngine } from '../../given/service.ts';

const DAY = 86_400_000;
const claims = { ground: 'art17-3-e-legal-claims', reason: `Claim about ${CANARY}` } as const;
const hold = async (house: OpenHouse, items: readonly object[], more: object = {}): Promise<string> =>
  String((await does(house, ['hold.set', officer], { subject: PIA, items, ...claims, ...more }))['id']);
const kindOf = ({ entry }: HeldEntry): string =>
  (JSON.parse(Buffer.from(entry, 'base64').toString()) as { readonly kind: string }).kind;

describe.each(dailyEngine)('an erasure of somebody with a legal hold over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  let request: string;
  let fresh: Database | undefined;

  beforeEach(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    request = await aCanary(house);
  });
  afterEach(async () => {
    await house.close();
    await fresh?.drop();
    fresh = undefined;
    await place.drop();
  });
  const erase = async (): Promise<Readonly<Record<string, unknown>>> => {
    const done = await erased(house, PIA, { sender: by(officer), request });
    return done.certificate as Readonly<Record<string, unknown>>;
  };

  it('keeps what is named and nothing else, and the certificate says what, why and until when', async () => {
    const until = new Date(place.clock.now() + 100 * DAY).toISOString();
    const id = await hold(house, [{ kind: 'uses' }, { purpose: 'fraud-prevention' }], { until });
    const certificate = await erase();
    expect(certificate['stays']).toContainEqual({
      what: 'what is kept under a legal hold',
      code: 'legal-hold',
      on: claims.ground,
      hold: id,
      until,
    });
    expect(certificate['held']).toEqual([
      { hold: id, items: [{ kind: 'uses' }, { purpose: 'fraud-prevention' }], on: claims.ground, entries: 3 },
    ]);
    const kept = await house.heldBy(id);
    expect(kept.map(kindOf).sort()).toEqual(['hold.set', 'limit.set', 'use.allowed']);
    expect((await house.request(request))?.denialCode).toBe(claims.ground);
    expect(found(place.folder, CANARY)).toEqual([]);
  });

  it('the certificate is signed with what is held, so nobody adds to it later', async () => {
    await hold(house, [{ kind: 'uses' }]);
    const certificate = showCertificate(await erase());
    const trust = trusted({ vkeys: [], dataFolder: join(place.folder, 'data') });
    if (isWrong(trust)) throw new Error(trust.wrong);
    const judged = (shown: object) => {
      const read = certificateIn(JSON.stringify(shown));
      if (read === undefined) throw new Error('it is no certificate');
      return verifyCertificate(read, trust).findings.map(({ place: member }) => member);
    };
    expect(judged(certificate)).toEqual([]);
    expect(judged({ ...certificate, held: [] })).toEqual(['held']);
  });

  it('what is held still proves against the ledger, and the ledger is as whole as after any erasure', async () => {
    const id = await hold(house, [{ kind: 'consents' }]);
    await erase();
    for (const { log, index, entry, salt, payload } of await house.heldBy(id)) {
      const bytes = Buffer.from(entry, 'base64');
      expect(Buffer.from((await house.entry(log, index))?.leafHash ?? [])).toEqual(Buffer.from(leafHash(bytes)));
      expect((JSON.parse(bytes.toString()) as { commitment: string }).commitment).toBe(
        commitment(Buffer.from(salt, 'base64'), payload),
      );
      expect((await house.entry(log, index))?.kind).toBeUndefined();
    }
    if (engine !== 'sqlite') return;
    await house.close();
    const source = await openSource({ dataFolder: join(place.folder, 'data') });
    if (isWrong(source)) throw new Error(source.wrong);
    expect(await lookAtHeld(place.config(), source)).toMatchObject([{ about: 'holds', state: 'good' }]);
    await source.close();
    expect(
      await quietly(() =>
        verify(['--all', '--data', join(place.folder, 'data'), '--witness', join(place.folder, 'witness')]),
      ),
    ).toBe(0);
    house = await place.open();
  });

  it('one fact is held with what refers to it: a request with its steps', async () => {
    await does(house, ['request.step', officer], {
      request,
      step: 'verify',
      reason: 'Called back.',
      calendar: { timeZone: 'UTC', holidays: [] },
    });
    const id = await hold(house, [{ fact: request }]);
    await erase();
    expect((await house.heldBy(id)).map(kindOf).sort()).toEqual([
      'hold.set',
      'limit.set',
      'message.written',
      'request.received',
      'request.verified',
    ]);
  });

  it('is found under every identifier of the person, and under none of anybody else', async () => {
    const id = await hold(house, [{ kind: 'uses' }]);
    expect(await house.holdsOf(PIA)).toEqual([]);
    await erase();
    for (const identifier of [PIA, `email:${CANARY}1@example.org`])
      expect(await house.holdsOf(identifier)).toMatchObject([{ id, entries: 2, certificate: request }]);
    expect(await house.holdsOf('customer:42')).toEqual([]);
  });

  it('a lifted or outdated hold keeps nothing', async () => {
    const lifted = await hold(house, [{ kind: 'uses' }]);
    await does(house, ['hold.lift', officer], { subject: PIA, hold: lifted });
    const outdated = await hold(house, [{ kind: 'limits' }], {
      until: new Date(place.clock.now() + DAY).toISOString(),
    });
    place.clock.wind(2 * DAY);
    await house.close();
    house = await place.open();
    const certificate = await erase();
    expect(certificate['held']).toBeUndefined();
    for (const id of [lifted, outdated]) expect(await house.heldBy(id)).toEqual([]);
    expect(await house.holdsOf(PIA)).toEqual([]);
  });

  it('when it is lifted, what it kept is gone, the ledger says so, and so does the certificate', async () => {
    const id = await hold(house, [{ kind: 'uses' }]);
    const other = await hold(house, [{ kind: 'limits' }]);
    await erase();
    const size = await house.ledger.size(0);
    // A server that others keep busy may take longer to clean its files than anybody waits; that is then said.
    const isClean = engine === 'sqlite' ? true : expect.any(Boolean);
    expect(await house.endHold(id, 'lifted')).toMatchObject({ entry: { index: size }, isClean });
    expect((await house.entry(0, size))?.payload).toEqual({
      v: 1,
      hold: id,
      certificate: request,
      why: 'lifted',
      entries: 2,
    });
    expect(await house.certificate(request)).toMatchObject({
      ended: [{ hold: id, why: 'lifted', entries: 2, at: new Date(place.clock.now()).toISOString() }],
    });
    expect(await house.heldBy(id)).toEqual([]);
    expect((await house.holdsOf(PIA)).map((each) => each.id)).toEqual([other]);
    expect(await house.endHold(id, 'lifted')).toBeUndefined();
  });

  it('when its time is over it ends by itself', async () => {
    const id = await hold(house, [{ kind: 'uses' }], { until: new Date(place.clock.now() + 10 * DAY).toISOString() });
    await erase();
    place.clock.wind(11 * DAY);
    await house.close();
    house = await place.open();
    expect(await house.holdsOf(PIA)).toEqual([]);
    expect(await house.certificate(request)).toMatchObject({ ended: [{ hold: id, why: 'until' }] });
  });

  it.skipIf(engine !== 'sqlite').each([
    { what: 'from before the erasure', late: false },
    { what: 'from while it stood', late: true },
  ])('a backup $what does not bring back what an ended hold kept', async ({ late }) => {
    const copy = join(place.folder, 'copy');
    const id = await hold(house, [{ kind: 'uses' }]);
    const stays = await hold(house, [{ kind: 'limits' }]);
    if (!late) await backup(place.config(), copy);
    await erase();
    if (late) await backup(place.config(), copy);
    await house.endHold(id, 'lifted');
    await house.close();
    const data = join(place.folder, 'data');
    renameSync(data, `${data}-lost`);
    mkdirSync(data);
    cpSync(join(`${data}-lost`, 'master.key'), join(data, 'master.key'));
    rmSync(`${data}-lost`, { recursive: true });
    await restore(place.config(), copy, { acknowledge: true, clock: place.clock });
    house = await place.open();
    expect((await house.see([PIA])).people[0]?.found).toBe('erased');
    expect(await house.heldBy(id)).toEqual([]);
    expect((await house.holdsOf(PIA)).map((each) => each.id)).toEqual([stays]);
    // The objection, and what kept the data from being used while the erasure waited.
    expect((await house.heldBy(stays)).map(kindOf).sort()).toEqual(['hold.set', 'limit.set', 'limit.set']);
  });

  it.each([1, 2, 3, 4].flatMap((at) => [false, true].map((after) => ({ at, after }))))(
    'an end that is interrupted goes on at the next start: %o',
    async (crash) => {
      const id = await hold(house, [{ kind: 'uses' }]);
      await erase();
      const erasing = await failing(house, place, crash);
      const fault = await erasing.endHold(id, 'lifted').catch((thrown: unknown) => thrown);
      await house.close();
      house = await place.open();
      if (fault instanceof Unavailable && (await house.holdsOf(PIA)).length > 0) await house.endHold(id, 'lifted');
      expect(await house.heldBy(id)).toEqual([]);
      expect(await house.holdsOf(PIA)).toEqual([]);
      expect((await house.entries({ limit: 100, kinds: ['hold.ended'] })).items).toHaveLength(1);
    },
  );

  it('holds nothing that is not there, and nothing of somebody who is gone', async () => {
    const tried = (input: Partial<SetHold>) =>
      house.record('hold.set', { subject: PIA, items: [], ...claims, ...input }, by(officer));
    expect(problemOf(await tried({ items: [{ purpose: 'nowhere' }] }))).toBe('validation-failed');
    expect(problemOf(await tried({ items: [{ fact: 'req_00000000000000000000000000' }] }))).toBe('validation-failed');
    expect(problemOf(await tried({ items: [{ kind: 'uses' }], until: '2020-01-01T00:00:00.000Z' }))).toBe(
      'validation-failed',
    );
    expect(problemOf(await tried({ subject: 'customer:nobody', items: [{ kind: 'uses' }] }))).toBe('not-found');
    await erase();
    expect(problemOf(await tried({ items: [{ kind: 'uses' }] }))).toBe('subject-erased');
  });
});
