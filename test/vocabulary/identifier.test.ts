import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPathIdentifier, normalIdentifier, spellingsOf } from '../../src/vocabulary/identifier.ts';

describe('an identifier has one normal form', () => {
  it.each([
    ['customer:42', 'customer:42'],
    ['customer:A.b_c~d-e', 'customer:A.b_c~d-e'],
    ['sub_0123456789abcdefghjkmnpqrs', 'sub_0123456789abcdefghjkmnpqrs'],
    ['customer:auth0|5f7c8ec7', 'customer:auth0|5f7c8ec7'],
    ['customer:waad|x@y.z', 'customer:waad|x@y.z'],
    ['customer:a/b', 'customer:a/b'],
    ['customer:Zoe\u0308', 'customer:Zo\u00eb'],
    ['email:Ada.L+news@Example.ORG', 'email:ada.l+news@example.org'],
    ['email:JÖRG@bücher.example', 'email:jörg@xn--bcher-kva.example'],
    ['email:ada@bücher.example', 'email:ada@xn--bcher-kva.example'],
    ['email:ada@BÜCHER.example', 'email:ada@xn--bcher-kva.example'],
    ['email:ada@bu\u0308cher.example', 'email:ada@xn--bcher-kva.example'],
    ['email:ada@xn--bcher-kva.example', 'email:ada@xn--bcher-kva.example'],
    ['phone:+49 (30) 123-456', 'phone:+4930123456'],
    ['phone:0049 30/123\u2011456', 'phone:+4930123456'],
    ['phone:+1.415.555.2671', 'phone:+14155552671'],
  ])('%s is %s', (text, normal) => expect(normalIdentifier(text)).toBe(normal));

  it('a normal form is its own normal form', () => {
    const written = fc.oneof(
      fc.emailAddress().map((address) => `email:${address}`),
      fc.string().map((id) => `customer:${id}`),
      fc.string(),
    );
    fc.assert(
      fc.property(written, (text) => {
        const normal = normalIdentifier(text);
        if (normal !== undefined) expect(normalIdentifier(normal)).toBe(normal);
      }),
    );
  });
});

describe('the id of a customer', () => {
  it.each(['a', '~', 'é', '👋'])('has 128 visible characters at most, made of %s', (letter) => {
    const longest = `customer:${letter.repeat(128)}`;
    expect(normalIdentifier(longest)).toBe(longest);
    expect(normalIdentifier(longest + letter)).toBeUndefined();
  });

  it('takes every visible character of ASCII and no other', () => {
    const taken = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter(
      (letter) => normalIdentifier(`customer:a${letter}`) !== undefined,
    );
    expect(taken.join('')).toBe(Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).join(''));
    expect(normalIdentifier('customer:')).toBeUndefined();
  });
});

describe('a look-alike never resolves to another person', () => {
  const original = 'email:ada@example.org';
  it.each([
    ['fullwidth domain', 'email:ada@ｅxample.org'],
    ['fullwidth local part', 'email:ａda@example.org'],
    ['fullwidth at', 'email:ada＠example.org'],
    ['ideographic full stop', 'email:ada@example。org'],
    ['fullwidth full stop', 'email:ada@example．org'],
    ['soft hyphen', 'email:ada@ex\u00adample.org'],
    ['zero-width space', 'email:ada@ex\u200bample.org'],
    ['variation selector', 'email:ada@ex\ufe0fample.org'],
    ['Cyrillic а in the local part', 'email:аda@example.org'],
    ['Cyrillic а in the domain', 'email:ada@exаmple.org'],
    ['Turkish dotted capital I', 'email:ada@İxample.org'],
    ['plus tag', 'email:ada+x@example.org'],
    ['trailing dot', 'email:ada@example.org.'],
    ['space before', 'email: ada@example.org'],
    ['line end', 'email:ada@example.org\n'],
    ['NUL', 'email:ada\u0000@example.org'],
    ['right-to-left override', 'email:ada\u202e@example.org'],
    ['two at signs', 'email:ada@evil.org@example.org'],
    ['percent in the domain', 'email:ada@ex%61mple.org'],
    ['other prefix case', 'Email:ada@example.org'],
  ])('%s', (_what, twin) => expect(normalIdentifier(twin)).not.toBe(original));

  it.each([
    'email:ada@\u212a.example',
    'email:ada@\u017f.example',
    'email:ada@127.0.0.1',
    'email:ada@[127.0.0.1]',
    'email:ada@localhost',
    'email:@example.org',
    'email:ada@xn--.org',
  ])('%s is no identifier', (text) => expect(normalIdentifier(text)).toBeUndefined());
  it.each([
    'phone:030 123456',
    'phone:+49 (0)30 123456',
    'phone:+٤٩٣٠١٢٣٤٥٦',
    'phone:+0301234567',
    'phone:+4930123456x7',
  ])('%s is no identifier', (text) => expect(normalIdentifier(text)).toBeUndefined());
  it.each([
    'customer:',
    `customer:${'a'.repeat(129)}`,
    'customer:a b',
    'customer:a\u200db',
    'customer:\ud800',
    'customer:\ue000',
    'customer:a\n',
    'sub_short',
    'sub_0123456789ABCDEFGHJKMNPQRS',
    '',
    'ada',
  ])('%s is no identifier', (text) => expect(normalIdentifier(text)).toBeUndefined());
  it.each([
    ['email:john.doe@example.org', 'email:John.Doe@example.org'],
    ['email:john.doe@example.org', 'email:JOHN.DOE@example.org'],
    ['email:jean-luc@example.org', 'email:Jean-Luc@example.org'],
    ['email:JohnD@example.org', 'email:JohnD@example.org'],
  ])('of %s an older release may have kept %s', (written, kept) => expect(spellingsOf(written)).toContain(kept));
  it('only addresses were ever kept in more than one form', () => {
    for (const one of ['customer:A', 'phone:+4930123456', 'sub_0123456789abcdefghjkmnpqrs'])
      expect(spellingsOf(one)).toEqual([one]);
  });
  it('a path takes only forms that say nothing about the person', () => {
    expect(isPathIdentifier('customer:42')).toBe(true);
    expect(isPathIdentifier('email:ada@example.org')).toBe(false);
  });
});
