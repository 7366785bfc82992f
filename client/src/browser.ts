/**
 * In the browser of a person who is signed in: reads what it says about privacy by itself, and sends it.
 * Flow:    a page of the company → here → the company's own server, or `/v1/me/signals` with the person's token.
 * Promise: never throws and never waits longer than a second for a consent platform, so that no page is held up; what
 *          is not there is not sent.
 * Source:  Global Privacy Control; IAB GPP CMP API 1.1 (`__gpp`); IAB TCF CMP API v2 (`__tcfapi`).
 */
type Told = (data: unknown, isSuccess: boolean) => void;

/** What of a window is looked at. */
interface Saying {
  readonly navigator?: { readonly globalPrivacyControl?: unknown };
  readonly __gpp?: (command: string, told: Told, parameter?: unknown) => void;
  readonly __tcfapi?: (command: string, version: number, told: Told, parameter?: unknown) => void;
}

interface Signals {
  readonly gpc?: true;
  readonly gpp?: string;
  readonly tcf?: string;
}

const WAIT_MS = 1000;

/** The first text that is told in time. */
const told = (ask: (tell: (text: unknown) => void) => void): Promise<string | undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), WAIT_MS);
    try {
      ask((text) => {
        if (typeof text === 'string' && text !== '') resolve(text);
      });
    } catch {
      resolve(undefined);
    }
  });

const member = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;

const gppOf = ({ __gpp }: Saying): Promise<string | undefined> =>
  told((tell) => __gpp?.('ping', (data) => tell(member(data, 'gppString'))));

/** A string counts once the person has chosen, or the platform knows from before. */
const tcfOf = ({ __tcfapi }: Saying): Promise<string | undefined> =>
  told((tell) =>
    __tcfapi?.('addEventListener', 2, (data) => {
      const status = member(data, 'eventStatus');
      if (status !== 'tcloaded' && status !== 'useractioncomplete') return;
      tell(member(data, 'tcString'));
      __tcfapi('removeEventListener', 2, () => undefined, member(data, 'listenerId'));
    }),
  );

/** What this browser says now. */
export async function browserSignals(window: Saying = globalThis as Saying): Promise<Signals> {
  const [gpp, tcf] = await Promise.all([
    window.__gpp === undefined ? undefined : gppOf(window),
    window.__tcfapi === undefined ? undefined : tcfOf(window),
  ]);
  return {
    ...(window.navigator?.globalPrivacyControl === true ? { gpc: true } : {}),
    ...(gpp === undefined ? {} : { gpp }),
    ...(tcf === undefined ? {} : { tcf }),
  };
}

interface SendingSignals {
  /** `/v1/me/signals` of the service, or a route of your own server that calls `postSignals`. */
  readonly url: string;
  /** The token of the person, where it goes to the service itself. */
  readonly token?: () => string | Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
  readonly window?: Saying;
}

/** Sends what there is to send; whether it arrived. Nothing to send is true. */
export async function sendSignals({ url, token, window, fetch = globalThis.fetch }: SendingSignals): Promise<boolean> {
  try {
    const signals = await browserSignals(window);
    if (Object.keys(signals).length === 0) return true;
    const authorization = token === undefined ? {} : { Authorization: `Bearer ${await token()}` };
    const headers = { 'Content-Type': 'application/json', ...authorization };
    // It goes on when the person leaves the page.
    const { ok } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(signals), keepalive: true });
    return ok;
  } catch {
    return false;
  }
}
