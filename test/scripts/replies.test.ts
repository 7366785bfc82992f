import { describe, expect, it } from 'vitest';
import { inSharedOrder } from '../../scripts/replies/any-order.ts';
import { differencesOf, type KeptReply, wordsOfDifferences } from '../../scripts/replies/compare.ts';
import { placeholders } from '../../scripts/replies/placeholders.ts';

const ADDRESS = 'http://127.0.0.1:8080';
const ID = 'con_0123456789abcdefghjkmnpqrs';
const OTHER = 'con_1123456789abcdefghjkmnpqrs';
const reply = (answer: string, asked = '1 GET /v1/consents/{id} consent'): KeptReply => ({ asked, answer });

describe('two runs of the same journey', () => {
  it('are equal but for ids and times', () => {
    const one = placeholders(ADDRESS)(`{"id":"${ID}","at":"2026-11-29T04:05:06.789Z","again":"${ID}"}`);
    const other = placeholders(ADDRESS)(`{"id":"${OTHER}","at":"2026-11-29T05:06:07.890Z","again":"${OTHER}"}`);
    expect(one).toBe('{"id":"<id 1>","at":"2026-11-29T<time>Z","again":"<id 1>"}');
    expect(differencesOf([reply(one)], [reply(other)])).toEqual([]);
  });

  it('differ where a reply names another id than before, or another day', () => {
    const hide = placeholders(ADDRESS);
    const one = hide(`${ID} ${OTHER} ${ID}`);
    const other = placeholders(ADDRESS)(`${ID} ${OTHER} ${OTHER}`);
    expect(differencesOf([reply(one)], [reply(other)])).toHaveLength(1);
    expect(hide('2026-11-29T04:05:06.789Z')).not.toBe(hide('2026-11-30T04:05:06.789Z'));
  });

  it('differ where one word, one header or one status changed, and the words show where', () => {
    const before = [reply('200\nvary: Accept\n\n{"a":1}'), reply('404\n\n{}', '2 GET /v1/consents/{id} consent')];
    const after = [reply('200\nvary: Accept\n\n{"a":2}'), reply('410\n\n{}', '2 GET /v1/consents/{id} consent')];
    const found = differencesOf(before, after);
    expect(found).toHaveLength(2);
    expect(wordsOfDifferences(found, 1)).toContain('{"a":2}');
    expect(wordsOfDifferences(found, 1)).not.toContain('410');
  });

  it('differ where a reply is missing or another thing was asked', () => {
    expect(differencesOf([reply('200'), reply('201')], [reply('200')])).toHaveLength(1);
    expect(differencesOf([reply('200')], [reply('200', '1 GET /v1/purposes')])).toHaveLength(1);
  });
});

describe('a list in the order of pseudonyms', () => {
  const page = (...rows: readonly string[]): string => `<table><tr>${rows.join('</tr><tr>')}</tr></table><p>end</p>`;

  it('is the same in two runs, with every row and all that stands around it', () => {
    const one = inSharedOrder('GET /console/staff', page('act_a Nina', 'act_b Omar', 'act_c'));
    expect(one).toBe(inSharedOrder('GET /console/staff', page('act_b Omar', 'act_c', 'act_a Nina')));
    for (const each of ['Nina', 'Omar', 'act_c', '<p>end</p>']) expect(one).toContain(each);
  });

  it('differs where a row says something else, is missing, or is there twice', () => {
    const said = (...rows: readonly string[]) => inSharedOrder('GET /console/staff', page(...rows));
    const all = new Set([said('a', 'b'), said('a', 'c'), said('a'), said('a', 'b', 'b')]);
    expect(all.size).toBe(4);
  });

  it('is no other list', () => expect(inSharedOrder('GET /console/requests', page('b', 'a'))).toBe(page('b', 'a')));
});

describe('what differs between any two runs', () => {
  it.each([
    ['a hash', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', '<bytes 1>'],
    ['a hash in hexadecimal', 'ab'.repeat(32), '<hash 1>'],
    ['a session', 'session=Zk3s9-x_Zk3s9-x_Zk3s9-x_Zk3s9-x_Zk3s9A1', 'session=<secret 1>'],
    ['the address', `${ADDRESS}/me`, '<address>/me'],
    ['an origin', 'candor.invalid/av71t3y94rbxz69k/0', '<origin 1>/0'],
    ['a short id', '<span class="hash">c9f3m5</span>', '<span class="hash"><short 1></span>'],
    ['a root in a note', `47\\n${'A'.repeat(43)}=\\n`, '47\\n<bytes 1>\\n'],
    ['a clock', '29 November 2026, 04:05 UTC', '29 November 2026, <clock> UTC'],
    ['the id of a session', '{"id":"ses_aesKOwc9DsuFfz6o7DaHbQ"}', '{"id":"<session 1>"}'],
    ['a hash with signs in it', '<span class="hash">ab+12345678+…</span>', '<span class="hash"><short 1></span>'],
    ['both ends of a root', '<span class="hash">dfA8…Uuxc</span>', '<span class="hash"><short 1></span>'],
    ['a hash in a table', `"'+${'A'.repeat(43)}="`, '"<bytes 1>"'],
    ['both ends of a hash in a drawing', '<text x="173">r5K8…th+Y</text>', '<text x="173"><short 1></text>'],
    [
      'where in the day it is',
      '<line class="v-mark" x1="8.8" x2="8.9">',
      '<line class="v-mark" x1="<place>" x2="<place>">',
    ],
    ['an id over two lines', `con_0123456789abcdef\r\n ghjkmnpqrs`, '<id 1>'],
    ['the end of an id in a sentence', `"${ID}">Choose: Object, mnpqrs<`, '"<id 1>">Choose: Object, <short 1><'],
    ['what is left of a session', 'Max-Age=3599; HttpOnly', 'Max-Age=3600; HttpOnly'],
    ['when a calendar was made', 'DTSTAMP:20261129T234242Z', 'DTSTAMP:20261129T<time>Z'],
    ['a cursor', '{"next":"abc"}', '{"next":<value>}'],
  ])('%s is replaced', (_what, text, shown) => expect(placeholders(ADDRESS)(text)).toBe(shown));

  it('six letters that end no id stay', () => expect(placeholders(ADDRESS)(`${ID} mnpqrt`)).toBe('<id 1> mnpqrt'));

  it('what the journey sends itself stays', () =>
    expect(placeholders(ADDRESS)('"2026-01-15T09:30:00.000Z" support-assistant')).toBe(
      '"2026-01-15T09:30:00.000Z" support-assistant',
    ));
});
