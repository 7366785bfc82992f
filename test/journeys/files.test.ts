import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostFileBytes, mostFilesADay } from '../../src/vocabulary/file.ts';
import { ADA, aCustomer, another, BEN, refusal, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, NINA, OMAR, step } from '../given/review/a-review.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const png = (more = ''): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(more)]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n');
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]);
const text = Buffer.from('Überweisung vom 3. Mai\n');

describe.each(engines)('files that people send over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  const send = (
    type: string,
    bytes: Uint8Array | string,
    by: { readonly self?: string; readonly query?: string } = {},
  ): Promise<Told> =>
    service.call('POST', `/v1/me/files${by.query ?? ''}`, { file: { type, bytes }, self: by.self ?? ADA });
  const read = (path: string, asking: object) => service.call('GET', path, asking);

  it.each([
    ['application/pdf', pdf, 'pdf'],
    ['image/png', png(), 'png'],
    ['image/jpeg', jpeg, 'jpg'],
    ['text/plain; charset=utf-8', text, 'txt'],
  ])(
    'a file of type %s comes back byte for byte, to be saved and never shown in place',
    async (type, bytes, ending) => {
      const { body } = sure(await send(type, bytes, { query: '?name=payslip%20May' }));
      expect(body).toMatchObject({
        id: expect.stringMatching(/^file_/),
        name: 'payslip May',
        type: type.split(';')[0],
        size: bytes.length,
        entry: { index: expect.any(Number) },
      });
      const told = await read(`/v1/me/files/${body.id}`, { self: ADA });
      expect(told.text).toBe(new TextDecoder().decode(bytes));
      expect(told.headers.get('content-disposition')).toBe(`attachment; filename="${body.id}.${ending}"`);
      expect(told.headers.get('x-content-type-options')).toBe('nosniff');
      expect(told.headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each([
    ['a page called a picture', 'image/png', '<!doctype html><script>alert(1)</script>', 'content-disagrees'],
    ['a picture called a document', 'application/pdf', png(), 'content-disagrees'],
    ['text that is no UTF-8', 'text/plain', Buffer.from([0xff, 0xfe, 0x41]), 'content-disagrees'],
    ['text with a zero byte', 'text/plain', 'a\u0000b', 'content-disagrees'],
    ['nothing at all', 'image/png', '', 'empty-file'],
  ])('%s is refused', async (...[, type, bytes, code]) => {
    const told = await send(type, bytes);
    expect([told.status, told.body.errors?.[0].code]).toEqual([422, code]);
  });

  it('other kinds, and files that are too large, are refused before they are kept', async () => {
    expect((await send('text/html', '<p>')).body.code).toBe('unsupported-media-type');
    expect((await send('application/json', '{}')).body.code).toBe('unsupported-media-type');
    const told = await send('image/png', png('x'.repeat(mostFileBytes)));
    expect([told.status, told.body.code]).toEqual([413, 'payload-too-large']);
    expect((await send('image/png', png('x'.repeat(mostFileBytes - 8)))).status).toBe(201);
  });

  it('the same request again gives the same file, and another one under its key is refused', async () => {
    const headers = { 'idempotency-key': 'payslip-1' };
    const again = (bytes: Buffer) =>
      service.call('POST', '/v1/me/files', { file: { type: 'image/png', bytes }, self: ADA, headers });
    const first = await again(png('a'));
    const before = await service.house.ledger.size(0);
    expect((await again(png('a'))).text).toBe(first.text);
    expect(await service.house.ledger.size(0)).toBe(before);
    expect((await again(png('b'))).body.code).toBe('idempotency-key-reused');
  });

  it("somebody else's file is the same refusal as a missing one", async () => {
    const { body } = sure(await send('image/png', png()));
    expect(refusal(await read(`/v1/me/files/${body.id}`, { self: BEN }))).toEqual(
      refusal(await read(`/v1/me/files/${another(body.id)}`, { self: BEN })),
    );
    const decision = await decline(service, { subject: BEN });
    const [theirs, missing] = [
      await contest(service, decision, { evidence: [body.id], self: BEN }),
      await contest(service, decision, { evidence: [another(body.id)], self: BEN }),
    ];
    expect(refusal(theirs)).toEqual(refusal(missing));
  });

  it('the assigned reviewer opens it, which makes it count as seen; nobody else can', async () => {
    const { body: file } = sure(await send('application/pdf', pdf));
    const review = sure(await contest(service, await decline(service), { evidence: [file.id] })).body.id;
    const path = `/v1/reviews/${review}/files/${file.id}`;
    sure(await step(service, review, { step: 'assign', body: { reviewer: NINA } }));
    expect((await read(path, { scope: 'reviews', sub: OMAR })).body.code).toBe('not-assigned');
    expect(sure(await step(service, review, { step: 'view-evidence' })).body.material.notSeenYet).toEqual([file.id]);
    const opened = await read(path, { scope: 'reviews', sub: NINA });
    expect([opened.status, opened.text, opened.headers.get('content-type')]).toEqual([
      200,
      pdf.toString(),
      'application/pdf',
    ]);
    const seen = sure(await read(`/v1/reviews/${review}`, { scope: 'reviews', sub: NINA })).body.material;
    expect([seen.notSeenYet, seen.files]).toEqual([
      [],
      [{ id: file.id, type: 'application/pdf', size: pdf.length, seen: true }],
    ]);
    const other = sure(await send('image/png', png())).body.id;
    expect((await read(`/v1/reviews/${review}/files/${other}`, { scope: 'reviews', sub: NINA })).status).toBe(404);
  });

  it('stands in the data that is held, and goes with the person', async () => {
    const GUS = 'customer:gus';
    await aCustomer(service, GUS);
    const { body: file } = sure(await send('image/png', png('secret'), { self: GUS }));
    const held = sure(await read('/v1/me/data', { self: GUS })).body.files;
    expect(Buffer.from(held[0].content.bytes, 'base64')).toEqual(Buffer.from(png('secret')));
    expect(sure(await read(held[0].where, { self: GUS })).status).toBe(200);
    expect(held).toMatchObject([{ id: file.id, type: 'image/png', size: 14 }]);
    sure(await service.call('POST', `/v1/subjects/${GUS}/erasure`, { json: {}, scope: 'admin' }));
    expect(await service.house.file(file.id)).toBeUndefined();
    expect((await read(`/v1/me/files/${file.id}`, { self: GUS })).status).toBe(404);
  });

  it('so many a day and no more, from whichever side they come', async () => {
    const FAY = 'customer:fay';
    await aCustomer(service, FAY);
    const told = await Promise.all(
      Array.from({ length: mostFilesADay + 5 }, () => send('image/png', png(), { self: FAY })),
    );
    expect(told.filter(({ status }) => status === 201)).toHaveLength(mostFilesADay);
    expect(told.filter(({ status, body }) => status === 429 && body.code === 'too-many-files')).toHaveLength(5);
    service.clock.wind(86_400_000);
    expect((await send('image/png', png(), { self: FAY })).status).toBe(201);
  });

  it('nobody who is not on record leaves a file behind', async () => {
    expect((await send('image/png', png(), { self: 'customer:unheard-of' })).status).toBe(404);
  });
});
