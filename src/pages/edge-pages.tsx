/**
 * The pages the edge shows by itself: the button of a sign-in link, signing out, a failure, what a problem code means.
 * Flow:    http (its port for pages) → here → layout.
 * Promise: catalogue texts and the request number only, never an inner cause; signing in takes one deliberate click.
 * Source:  RFC 9457; docs/design.md 8 (identity).
 */
import type { ComponentChildren } from 'preact';
import { isMessageKey, type MessageKey, speaks } from '../language/say.ts';
import type { ProblemKind } from '../vocabulary/problems.ts';
import { type Chrome, companyOf, sayOn } from './chrome.ts';
import { pageOf } from './layout.tsx';

/** A failure as the caller sees it. */
interface FailureShown {
  /** The page that explains the code. */
  readonly type: string;
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly message: string; readonly fix: string }[];
}

const Centred = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="card centred">
    <h1>{title}</h1>
    {children}
  </div>
);

/** Codes that mean the same to a person, though not to a program. */
const alike: Readonly<Record<string, string>> = {
  sealed: 'unavailable',
  'clock-in-doubt': 'unavailable',
  // It may be recorded, so nobody is told that it could not be done.
  'outcome-unknown': 'internal',
  'request-timeout': 'unavailable',
  'invalid-cursor': 'invalid-query',
  'malformed-request': 'invalid-query',
  'malformed-encoding': 'invalid-query',
};

/** Whose pages: a customer's, or those of staff. */
type Place = 'me' | 'console';

/** Whose page failed, and where signing in begins where that mends it. */
interface FailedAt {
  readonly place: Place;
  readonly signIn?: string;
  /** What was written into the form that failed. */
  readonly typed?: readonly string[];
}

/** The sign-in provider: what people know it by, and where they sign out there. */
interface ProviderLeft {
  readonly name: string;
  readonly url: string;
}

/**
 * What a person reads for a failure; the catalogue of problems is written for programs. Staff are told in words of
 * their own.
 */
function failureWords(
  chrome: Chrome,
  code: string,
  place: Place = 'me',
): { readonly title: string; readonly text: string } {
  const known = alike[code] ?? code;
  const texts: readonly string[] = [
    ...(place === 'console' ? [`console.failure.${known}`] : []),
    `failure.${known}.text`,
  ];
  const title: string = `failure.${known}.title`;
  return {
    title: sayOn(chrome, isMessageKey(title) ? title : 'failure.other.title'),
    text: sayOn(chrome, texts.find(isMessageKey) ?? 'failure.other.text'),
  };
}

/** The faults themselves are named in English only, so they are shown to those who read it. */
const faultsFor = ({ errors }: FailureShown, chrome: Chrome): NonNullable<FailureShown['errors']> =>
  speaks(chrome.language).language === 'en' ? (errors ?? []) : [];

/** Where signing in is possible here, nobody is told of a link alone. */
const textFor = (view: FailureShown, chrome: Chrome, { place, signIn }: FailedAt): string =>
  view.code === 'sign-in-needed' && signIn !== undefined
    ? sayOn(chrome, 'failure.sign-in-needed.here')
    : failureWords(chrome, view.code, place).text;

/** Written in vain, unless it is given back. */
const Typed = ({ typed, chrome }: { readonly typed: readonly string[]; readonly chrome: Chrome }) =>
  typed.length === 0 ? null : (
    <>
      <h2 id="typed">{sayOn(chrome, 'failure.typed')}</h2>
      <p id="typed-lead">{sayOn(chrome, 'failure.typed.lead')}</p>
      {typed.map((text) => (
        <textarea class="typed" readOnly aria-labelledby="typed" aria-describedby="typed-lead">
          {text}
        </textarea>
      ))}
    </>
  );

const Failure = ({
  view,
  chrome,
  at,
}: {
  readonly view: FailureShown;
  readonly chrome: Chrome;
  readonly at: FailedAt;
}) => (
  <Centred title={failureWords(chrome, view.code).title}>
    <p>{textFor(view, chrome, at)}</p>
    {faultsFor(view, chrome).length === 0 ? null : (
      <ul class="rows">
        {faultsFor(view, chrome).map(({ message, fix }) => (
          <li>
            {message} {fix}
          </li>
        ))}
      </ul>
    )}
    <Typed typed={at.typed ?? []} chrome={chrome} />
    <p class="downloads">
      {at.signIn === undefined ? null : (
        <a class="button main" href={at.signIn}>
          {sayOn(chrome, view.code === 'fresh-sign-in-needed' ? 'sign-in.again' : 'sign-in.here')}
        </a>
      )}
      <a class="button quiet" href={`/${at.place}`}>
        {sayOn(chrome, at.place === 'console' ? 'console.home' : 'problem.home')}
      </a>
      <a class="button quiet" href={view.type}>
        {sayOn(chrome, 'problem.what')}
      </a>
    </p>
    <p class="quiet">
      {sayOn(chrome, 'problem.request')} <span class="hash">{view.requestId}</span>
    </p>
  </Centred>
);

const Explained = ({
  code,
  known,
  chrome,
}: {
  readonly code: string;
  readonly known: ProblemKind;
  readonly chrome: Chrome;
}) => (
  <Centred title={failureWords(chrome, code).title}>
    <p>{failureWords(chrome, code).text}</p>
    <h2>{sayOn(chrome, 'problem.programs')}</h2>
    {speaks(chrome.language).language === 'en' ? null : <p>{sayOn(chrome, 'failure.for-programmers')}</p>}
    <div lang="en">
      <p>
        <strong>{known.title}.</strong> {known.meaning}
      </p>
      <p>{known.fix}</p>
      <p class="quiet">
        Code <code>{code}</code>, HTTP {known.status}
      </p>
    </div>
  </Centred>
);

const Enter = ({ code, chrome, place }: { readonly code: string; readonly chrome: Chrome; readonly place: Place }) => (
  <Centred title={sayOn(chrome, 'enter.title')}>
    <p>{sayOn(chrome, place === 'console' ? 'console.enter.lead' : 'enter.lead', { company: companyOf(chrome) })}</p>
    <form method="post" action={`/${place}/enter`}>
      <input type="hidden" name="code" value={code} />
      <button class="main" type="submit">
        {sayOn(chrome, 'enter.button')}
      </button>
    </form>
  </Centred>
);

const Address = ({ code, chrome }: { readonly code: string; readonly chrome: Chrome }) => (
  <Centred title={sayOn(chrome, 'address.title')}>
    <p>{sayOn(chrome, 'address.lead', { company: companyOf(chrome) })}</p>
    <form method="post" action="/me/address">
      <input type="hidden" name="code" value={code} />
      <button class="main" type="submit">
        {sayOn(chrome, 'address.button')}
      </button>
    </form>
  </Centred>
);

const SignIn = ({
  provider,
  chrome,
  place,
}: {
  readonly provider: string;
  readonly chrome: Chrome;
  readonly place: Place;
}) => (
  <Centred title={sayOn(chrome, 'enter.title')}>
    <p>{sayOn(chrome, 'sign-in.lead', { provider, company: companyOf(chrome) })}</p>
    <p class="downloads">
      <a class="button main" href={`/${place}/sign-in/begin`}>
        {sayOn(chrome, 'sign-in.button', { provider })}
      </a>
    </p>
  </Centred>
);

const Left = ({ provider: { name, url }, chrome }: { readonly provider: ProviderLeft; readonly chrome: Chrome }) => (
  <Centred title={sayOn(chrome, 'left.title')}>
    <p>{sayOn(chrome, 'left.provider', { provider: name })}</p>
    <p class="downloads">
      <a class="button main" href={url}>
        {sayOn(chrome, 'left.provider.button', { provider: name })}
      </a>
    </p>
  </Centred>
);

const Plain = ({ title, lead }: { readonly title: string; readonly lead: string }) => (
  <Centred title={title}>
    <p>{lead}</p>
  </Centred>
);

const signInPage = (chrome: Chrome, provider: string, place: Place): string =>
  pageOf({
    title: sayOn(chrome, 'enter.title'),
    chrome,
    children: <SignIn provider={provider} chrome={chrome} place={place} />,
  });

const leftPage = (chrome: Chrome, provider: ProviderLeft): string =>
  pageOf({ title: sayOn(chrome, 'left.title'), chrome, children: <Left provider={provider} chrome={chrome} /> });

/** These pages with one company name and zone; none of them has a session. */
export function edgePages(company: Pick<Chrome, 'company' | 'timeZone' | 'links'>) {
  const chromeIn = (language: string): Chrome => ({ ...company, language });
  const plain = (language: string, [titled, told]: readonly [MessageKey, MessageKey]): string => {
    const chrome = chromeIn(language);
    const title = sayOn(chrome, titled);
    return pageOf({ title, chrome, children: <Plain title={title} lead={sayOn(chrome, told)} /> });
  };
  return {
    failure: (view: FailureShown, language: string, at: FailedAt = { place: 'me' }): string =>
      view.code === 'link-expired' && at.signIn === undefined
        ? plain(language, ['failure.link-expired.title', 'failure.link-expired.text'])
        : pageOf({
            title: failureWords(chromeIn(language), view.code).title,
            chrome: chromeIn(language),
            children: <Failure view={view} chrome={chromeIn(language)} at={at} />,
          }),
    problem: (code: string, known: ProblemKind, language: string): string =>
      pageOf({
        title: failureWords(chromeIn(language), code).title,
        chrome: chromeIn(language),
        children: <Explained code={code} known={known} chrome={chromeIn(language)} />,
      }),
    enter: (code: string, language: string, place: Place = 'me'): string => {
      const chrome = { ...chromeIn(language), address: `/${place}/enter/${code}` };
      return pageOf({
        title: sayOn(chrome, 'enter.title'),
        chrome,
        children: <Enter code={code} chrome={chrome} place={place} />,
      });
    },
    signIn: (provider: string, language: string, place: Place): string =>
      signInPage({ ...chromeIn(language), address: `/${place}/sign-in` }, provider, place),
    left: (language: string, provider?: ProviderLeft): string =>
      provider === undefined ? plain(language, ['left.title', 'left.lead']) : leftPage(chromeIn(language), provider),
    address: (code: string, language: string): string => {
      const chrome = { ...chromeIn(language), address: `/me/address/${code}` };
      return pageOf({
        title: sayOn(chrome, 'address.title'),
        chrome,
        children: <Address code={code} chrome={chrome} />,
      });
    },
    addressConfirmed: (language: string): string => plain(language, ['address.done.title', 'address.done.lead']),
  };
}
