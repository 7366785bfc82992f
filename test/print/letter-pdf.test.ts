/** A letter as a PDF: what a screen reader finds in it, what stands on its pages, and the same bytes again. */
import { describe, expect, it } from 'vitest';
import type { Letter, LetterSection } from '../../src/answers/request/letter.ts';
import { de } from '../../src/language/messages/de.ts';
import { en } from '../../src/language/messages/en.ts';
import { es } from '../../src/language/messages/es.ts';
import { fr } from '../../src/language/messages/fr.ts';
import { letterPdf } from '../../src/print/letter-pdf.ts';
import { printed, unspaced } from '../given/printed.ts';

const letterOf = (sections: readonly LetterSection[], more: Partial<Letter> = {}): Letter => ({
  title: 'A copy of your data',
  date: '2026-11-03T09:00:00.000Z',
  lead: 'on 1 November 2026 you asked for a copy.',
  languageFallback: false,
  sections,
  ...more,
});
const print = (letter: Letter, language = 'en', paper: 'A4' | 'LETTER' = 'A4'): Promise<Uint8Array> =>
  letterPdf({ letter, chrome: { language, timeZone: 'Europe/Berlin', company: 'The shop' }, paper });
const read = async (...sections: readonly LetterSection[]) => printed(await print(letterOf(sections)));
const NOT_DRAWN = unspaced('Some characters cannot be drawn in this file');
const sentence = 'We looked at everything that we keep about you. ';

describe('a letter as a PDF', () => {
  it('has its parts as elements, in the order in which they are read', async () => {
    const told = await read(
      { title: 'What we keep', paragraphs: ['All of this.'], list: ['One', 'Two'] },
      { title: 'Where it comes from', table: { head: ['Kind', 'From'], rows: [['Messages', 'You']] } },
      {
        title: 'What you wrote',
        quotes: [{ words: 'Tout, merci.', language: 'fr', note: 'By a link.' }, { words: 'x' }],
      },
    );
    expect([told.title, told.language]).toEqual(['A copy of your data', 'en']);
    const roles = told.elements.map(({ role, words }) => `${role} ${words}`.replaceAll(/\s+/g, ' ').trim());
    expect(roles.filter((each) => /^(H\d|P|LI|Lbl|LBody|TH|TD|TR) /.test(each))).toEqual([
      'P The shop',
      'P 3 November 2026',
      'H1 A copy of your data',
      'P Hello,',
      'P on 1 November 2026 you asked for a copy.',
      'H2 What we keep',
      'P All of this.',
      'LI One',
      'Lbl •',
      'LBody One',
      'LI Two',
      'Lbl •',
      'LBody Two',
      'H2 Where it comes from',
      'TR Kind From',
      'TH Kind',
      'TH From',
      'TR Messages You',
      'TH Messages',
      'TD You',
      'H2 What you wrote',
      'P Tout, merci.',
      'P By a link.',
      'P x',
      'P Your privacy team at The shop',
    ]);
    const quotes = told.elements.filter(({ role }) => role === 'BlockQuote');
    expect(quotes.map(({ language }) => language ?? '')).toEqual(['fr', '']);
  });

  it('writes addresses out and links them; our own pages lead nowhere on paper', async () => {
    const href = 'https://authority.example/complaints?a=1';
    const links = [
      { title: 'The authority', href },
      { title: 'Your data', href: '/me/data' },
      { title: 'Write to us', href: 'mailto:privacy@shop.example' },
    ];
    const told = await read({ title: 'If you disagree', links });
    expect(told.links).toEqual([href, 'mailto:privacy@shop.example']);
    expect(told.words).toContain(`The authority: ${href}`);
    expect(told.words).toContain('Write to us: privacy@shop.example');
    expect(told.words).not.toContain('Your data');
  });

  it('goes on over many pages, with every word once; what each page repeats is not read', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [`Row ${at}`, at === 60 ? sentence.repeat(90) : sentence]);
    const told = await read(
      { title: 'All of it', table: { head: ['Which', 'What'], rows } },
      { title: 'In short', paragraphs: [sentence.repeat(200)], list: [sentence.repeat(80)] },
      { title: 'What you wrote', quotes: [{ words: sentence.repeat(100), language: 'en' }] },
    );
    expect(told.pages).toBeGreaterThan(10);
    const all = `AllofitWhichWhat${rows.flat().join('')}Inshort${sentence.repeat(280)}Whatyouwrote${sentence.repeat(100)}`;
    expect(unspaced(told.words)).toContain(unspaced(all));
    expect(told.unread).toContain(`Page 2 of ${told.pages}`);
    expect(told.words).not.toContain('Page 2 of');
    expect(told.unread.match(/Which\s*What/g)?.length).toBeGreaterThan(3);
  });

  it('reads a word that is wider than its line, or than its column, in one piece', async () => {
    const long = 'x'.repeat(200);
    const row = [long, 'dec_01JABCDEFGHJKMNPQRSTVWXYZ', 'c', 'd', long];
    const told = await read({
      title: long,
      paragraphs: [long],
      table: { head: ['A', 'B', 'C', 'D', 'E'], rows: [row] },
    });
    expect(unspaced(told.words)).toContain(`${long}${long}ABCDE${row.join('')}`);
  });

  it('has every letter of European languages, whatever the style', async () => {
    const words = 'Łódź, Dvořák, İstanbul, Þór, Ça fait 12 € – Привет, ґанок! Γειά σου, ὕδωρ. Tiếng Việt. e\u0301';
    const told = await printed(await print(letterOf([{ title: words, paragraphs: [words] }], { title: words })));
    expect(unspaced(told.words).split(unspaced(words))).toHaveLength(4);
    expect(unspaced(told.words)).not.toContain(NOT_DRAWN);
  });

  it('has every character that our own sentences are written with', async () => {
    const letters = [en, de, fr, es].flatMap((messages) => Object.values(messages).flatMap((text) => [...text]));
    const own = [...new Set(letters)].filter((letter) => letter !== '□').join('');
    const told = await read({ title: 'Own', paragraphs: [own] });
    expect(unspaced(told.words)).not.toContain(NOT_DRAWN);
  });

  it('says so where a character cannot be drawn, and keeps it for a voice', async () => {
    for (const [language, said] of [
      ['en', 'The letter as a web page shows all of them.'],
      ['de', 'Der Brief als Webseite zeigt sie alle.'],
      ['fr', 'La lettre en page web les montre tous.'],
      ['es', 'La carta como página web los muestra todos.'],
    ] as const) {
      const quotes = [{ words: 'a 你好 b 👩‍👩‍👧' }];
      const bytes = await print(letterOf([{ title: 'x', quotes }]), language);
      const told = await printed(bytes);
      expect(unspaced(told.words)).toContain(unspaced(said));
      expect(told.language).toBe(language);
      expect(told.elements.filter(({ role }) => role === 'Span')).toHaveLength(3);
      expect(Buffer.from(bytes).includes(Buffer.from('你好', 'utf16le').swap16())).toBe(true);
    }
    expect((await read({ title: 'x', quotes: [{ words: 'plain' }] })).words).not.toContain('web page');
  });

  it.each([
    ['markup', '<script>alert(1)</script> & ]]> %PDF (un)balanced) \\n'],
    ['directions and nothing', '\u202Egnp.exe\u2066\u200B\u0000\u0007\uFEFF|'],
    ['half of a character', 'a\uD800b'],
    ['marks upon marks', `Z${'\u0351'.repeat(300)}algo`],
    ['lines', 'one\r\ntwo\n\n\n\rthree\u2028four'],
    ['nothing', ''],
  ])('is whole whatever a person wrote: %s', async (_name, words) => {
    const quotes = [{ words, language: 'en' }];
    const told = await read({ title: words, list: [words], quotes, table: { head: [words], rows: [[words]] } });
    const seen = words.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').replaceAll(/[^\x20-\x7E]+/g, '');
    if (!words.includes('\u0351') && !words.includes('\uD800')) expect(unspaced(told.words)).toContain(unspaced(seen));
    expect(told.words).toContain('Your privacy team at The shop');
    expect(told.links).toEqual([]);
  });

  it('is the same bytes again, on the paper that is asked for, with its typefaces inside', async () => {
    const letter = letterOf([{ title: 'x', paragraphs: [sentence], quotes: [{ words: 'Привет 你好' }] }]);
    const first = await print(letter);
    await print(letterOf([{ title: 'Something\u00A0else', paragraphs: ['ΩЖ‐-'] }]), 'de');
    expect(Buffer.from(await print(letter)).equals(Buffer.from(first))).toBe(true);
    expect((await printed(first)).size).toEqual([595, 842]);
    expect((await printed(await print(letter, 'en', 'LETTER'))).size).toEqual([612, 792]);
    const text = Buffer.from(first).toString('latin1');
    const [fonts, inside] = [text.match(/\/Type \/FontDescriptor/g) ?? [], text.match(/\/FontFile2 /g) ?? []];
    expect(fonts.length).toBeGreaterThan(2);
    expect(inside).toHaveLength(fonts.length);
    expect(text).not.toMatch(/Helvetica|JavaScript|\/Launch/);
  });
});
