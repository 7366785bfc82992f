/**
 * A browser without a window: cookies, redirects, forms of the provider's own pages.
 * Flow:    test/journeys/signing-in → here → service and provider, over HTTP.
 */
interface Page {
  readonly status: number;
  readonly url: string;
  /** Where it sends on to, as a whole address. */
  readonly location: string | undefined;
  readonly headers: Headers;
  readonly text: string;
}

export interface Visitor {
  go(url: string, form?: Readonly<Record<string, string>>): Promise<Page>;
  /** The value of a cookie. */
  cookie(name: string): string | undefined;
  forget(name: string): void;
}

export function aVisitor(): Visitor {
  const jar = new Map<string, string>();
  return {
    async go(url, form) {
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(form === undefined ? {} : { 'sec-fetch-site': 'same-origin' }),
        },
        ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        const isOver = value === '' || /max-age=0\b/i.test(line) || /expires=thu, 01 jan 1970/i.test(line);
        if (isOver) jar.delete(name);
        else jar.set(name, value);
      }
      const sent = answer.headers.get('location');
      return {
        status: answer.status,
        url,
        location: sent === null ? undefined : new URL(sent, url).href,
        headers: answer.headers,
        text: await answer.text(),
      };
    },
    cookie: (name) => jar.get(name),
    forget: (name) => void jar.delete(name),
  };
}

/** Fills in whatever page of the provider is shown, until it sends the browser back to `back`; says where. */
export async function throughProvider(
  visitor: Visitor,
  url: string,
  { login, back }: { readonly login: string; readonly back: string },
): Promise<string> {
  let next: string | undefined = url;
  for (let steps = 0; steps < 20 && next !== undefined; steps += 1) {
    if (next.startsWith(back)) return next;
    const page = await visitor.go(next);
    next = page.location ?? (await filledIn(visitor, page, login));
  }
  throw new Error(`the provider leads nowhere: ${next}`);
}

async function filledIn(visitor: Visitor, { text, url, status }: Page, login: string): Promise<string | undefined> {
  const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1];
  if (action === undefined) throw new Error(`the provider answers ${status}: ${text.slice(0, 2000)}`);
  const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const asked = fields['prompt'] === 'login' ? { login, password: 'any' } : {};
  const logout = text.includes('name="logout"') ? { logout: 'yes' } : {};
  return (await visitor.go(new URL(action, url).href, { ...fields, ...asked, ...logout })).location;
}
