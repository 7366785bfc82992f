/** Whoever hands on an address hands on the language in which it reads. */
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';

/** Files, the reply of a sign-in provider, which adds members of its own, and letters in the language of the person. */
const others =
  /^\/(?:docs\/|assets|favicon)|\/(?:receipt|data|evidence|package|certificate)$|^\/me\/files|sign-in\/answer$/;

describe('the address of a page', () => {
  it('takes a language, of every page that is read', () => {
    const pages = endpoints.filter(
      ({ method, path, page, readable }) =>
        method === 'get' && (path === '/' || page === true || readable === true) && !others.test(path),
    );
    expect(pages.length).toBeGreaterThan(40);
    const without = pages.filter(
      ({ query }) => !('language' in ((query as { shape?: object } | undefined)?.shape ?? {})),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});
