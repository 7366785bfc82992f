/** One of each page, rendered from made data, for tests that look at all of them. */

import { readerOf } from '../../src/answers/reader.ts';
import { accessLetter } from '../../src/answers/request/access-letter.ts';
import { erasureLetter } from '../../src/answers/request/erasure-letter.ts';
import { explanationLetter } from '../../src/answers/request/explanation-letter.ts';
import type { AnsweredRequest } from '../../src/answers/request/letter.ts';
import { byHandLetter, cancelledLetter, deniedLetter, openLetter } from '../../src/answers/request/plain-letters.ts';
import { aiUseAnswer } from '../../src/answers/use/assemble.ts';
import { aiUsePage } from '../../src/pages/ai-use/page.tsx';
import { type ChoicesPage, choicesPage } from '../../src/pages/choices-page.tsx';
import type { Chrome } from '../../src/pages/chrome.ts';
import { decisionPage } from '../../src/pages/decision-page.tsx';
import { edgePages } from '../../src/pages/edge-pages.tsx';
import { ledgerPage } from '../../src/pages/ledger-page.tsx';
import { receiptPage } from '../../src/pages/receipt-page.tsx';
import { requestFormPage } from '../../src/pages/requests/form-page.tsx';
import { letterPage } from '../../src/pages/requests/letter-page.tsx';
import { requestsPage } from '../../src/pages/requests/list-page.tsx';
import { problems } from '../../src/vocabulary/problems.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';
import { aDecision, now, someMaterial } from './ai-use.ts';
import { anExplanation } from './explanation.ts';
import { reviewPages } from './review/review-pages.ts';

export const outside: Chrome = { language: 'en', timeZone: 'Europe/Berlin', company: 'Alder Bank' };
export const signedIn: Chrome = { ...outside, session: { csrf: 'form-token' } };

export const reader = readerOf('en', 'Europe/Berlin');
export const asked = (kind: string): AnsweredRequest => ({
  id: 'req_00000000000000000000000001',
  kind,
  receivedAt: Date.parse('2026-11-20T10:00:00.000Z'),
  dueAt: Date.parse('2026-12-21T22:59:59.999Z'),
  clock: { rule: 'EU_MONTHS(1,3)', words: 'One month from the day the request arrived.' },
  regimes: ['EU'],
  isAppeal: false,
  systems: [],
  moved: { isAppeal: false, extended: false, waited: false },
});

const answer = aiUseAnswer(
  someMaterial({
    decisions: [
      aDecision(),
      aDecision({ outcome: { en: 'approved' }, adverse: false, counterfactuals: [] }, 'dec_00000000000000000000000002'),
    ],
    decisionCount: 2,
  }),
);

const choices: ChoicesPage = {
  choices: answer.systems.flatMap((system) =>
    system.choice.purposes.map((choice) => ({
      choice:
        choice.purpose === 'offers'
          ? {
              ...choice,
              state: 'not-agreed' as const,
              allowed: false,
              reason: 'never-asked',
              words: 'You have not been asked about this yet, so it is not allowed.',
            }
          : choice,
      usedBy: [system.name],
      notice: {
        key: 'welcome',
        title: 'How we use AI',
        body: 'We look at what you buy to pick offers for you.\n\nYou can change your mind at any time.',
        version: 1,
      },
      asksForYes: choice.purpose === 'offers',
      ways:
        choice.purpose === 'offers'
          ? [
              {
                kind: 'buttons' as const,
                buttons: [
                  { label: 'Yes, I agree', fields: { action: 'agree', purpose: 'offers' } },
                  { label: 'No', fields: { action: 'refuse', purpose: 'offers' } },
                ],
              },
            ]
          : system.whatYouCanDo.flatMap(({ form, words, effect }) =>
              form === undefined
                ? []
                : [{ kind: 'buttons' as const, buttons: [{ label: words, fields: form }], effect }],
            ),
    })),
  ),
  limits: [{ kind: 'opt-out-sale-share', since: '2026-03-01T10:00:00.000Z' }],
  stops: ['objection', 'opt-out-admt'],
  purpose: 'offers',
  languageFallback: false,
};

const edge = edgePages({ company: 'Alder Bank', timeZone: 'Europe/Berlin' });
const steps = [
  { step: 'received', at: '2026-11-20T10:00:00.000Z' },
  { step: 'verified', at: '2026-11-20T10:00:01.000Z' },
];
const page = (letter: Parameters<typeof letterPage>[0]['letter'], open = false): string =>
  letterPage({ id: asked('access').id, letter, steps, state: open ? 'received' : 'fulfilled', open }, signedIn);

/** Name → finished HTML. */
export const somePages = (): Readonly<Record<string, string>> => ({
  use: aiUsePage(answer, signedIn),
  'use-empty': aiUsePage(
    aiUseAnswer(
      someMaterial({ tallies: {}, decisions: [], decisionCount: 0, standing: [], looks: [], systemsReporting: [] }),
    ),
    signedIn,
  ),
  'use-officer': aiUsePage(
    aiUseAnswer(someMaterial({ audience: 'officer', decisions: [aDecision({ counterfactuals: [] })] })),
    outside,
  ),
  decision: decisionPage(anExplanation(), signedIn),
  'decision-officer': decisionPage(
    anExplanation({ reconstructed: true, counterfactuals: [] }, { about: someMaterial({ audience: 'officer' }) }),
    outside,
  ),
  'decision-bare': decisionPage(anExplanation({ inputs: [], counterfactuals: [], factors: [] }), signedIn),
  choices: choicesPage(choices, signedIn),
  ledger: ledgerPage(
    {
      items: [
        {
          log: 1,
          index: 4711,
          id: 'use_00000000000000000000000001',
          kind: 'use.allowed',
          happenedAt: '2026-11-20T10:00:00.000Z',
          words: 'Fraud check used your data for “Keeps your account safe”. You can object.',
          leafHash: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
        },
        {
          log: 1,
          index: 4710,
          id: 'con_00000000000000000000000001',
          kind: 'consent.given',
          happenedAt: '2026-11-19T10:00:00.000Z',
          words: 'You said yes to “Keeps your account safe”.',
          leafHash: 'p4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
        },
        {
          log: 1,
          index: 12,
          id: null,
          kind: null,
          happenedAt: null,
          words: 'The content of this entry was deleted. Its place and its seal remain.',
          leafHash: 'W6ph5Mm5Pz8GgiULbPgzG37mj9g4gZsGqQ0jXbY2mQc=',
        },
      ],
      next: 'abc',
      checkpoint:
        'candor.invalid/0123456789abcdef/1\n4712\nqG0M3R9hm5vK0g2m1Yc1x7m0hXb1b2f0Xr1Qm0Yt5tE=\n\n— candor.invalid/0123456789abcdef/1 AAAAAA==\n',
    },
    signedIn,
  ),
  'ledger-empty': ledgerPage({ items: [], next: null, checkpoint: null }, signedIn),
  receipt: receiptPage(
    {
      id: 'con_00000000000000000000000001',
      lead: 'You said yes to: Keeps your account safe',
      rows: [
        { title: 'When you chose', texts: ['19 November 2026'] },
        { title: 'Kinds of data', texts: ['Payments', 'Device and place'] },
      ],
      notice: { title: 'May AI watch over your account?', body: 'You can change your mind at any time.' },
      languageFallback: false,
    },
    signedIn,
  ),
  'receipt-bare': receiptPage(
    {
      id: 'con_00000000000000000000000001',
      lead: 'You said no to: Keeps your account safe',
      rows: [{ title: 'When it was recorded', texts: ['19 November 2026'] }],
      languageFallback: true,
    },
    outside,
  ),
  requests: requestsPage(
    {
      items: [
        {
          id: asked('access').id,
          kind: 'access',
          state: 'received',
          receivedAt: '2026-11-20T10:00:00.000Z',
          dueAt: '2026-12-21T22:59:59.999Z',
        },
      ],
      next: null,
    },
    signedIn,
  ),
  'requests-empty': requestsPage({ items: [], next: null }, signedIn),
  'request-form': requestFormPage(
    {
      kinds: requestKinds,
      kind: 'human-review',
      about: 'dec_00000000000000000000000001',
      right: {
        why: 'AI decided something about you.',
        how: '',
        answerWithin: 'If you ask today, we answer by 23 December 2026.',
      },
    },
    signedIn,
  ),
  'request-form-error': requestFormPage(
    { kinds: requestKinds, message: 'I typed this', error: 'Choose what you want.' },
    signedIn,
  ),
  ...reviewPages(),
  'letter-open': letterPage(
    {
      id: asked('access').id,
      letter: openLetter(asked('rectification'), reader),
      steps,
      state: 'received',
      open: true,
      secret: 'k7Qp2w-example',
    },
    signedIn,
  ),
  'letter-access': page(
    accessLetter(
      asked('access'),
      { fulfilledAt: now, treeSize: 4712, answer, files: { data: '/me/data', evidence: '/me/evidence' } },
      reader,
    ),
  ),
  'letter-explanation': page(
    explanationLetter(asked('ai-explanation'), { fulfilledAt: now, explanations: [anExplanation()] }, reader),
  ),
  'letter-erasure': page(
    erasureLetter(
      asked('erasure'),
      {
        unreadableHereAt: now,
        unreadableInBackupsAt: now + 30 * 86_400_000,
        entries: 231,
        stays: [
          { what: 'The fact that you asked, without your name', until: Date.parse('2028-11-20T00:00:00Z') },
          { what: 'Your no to advertising' },
        ],
      },
      reader,
    ),
  ),
  'letter-denied': page(
    deniedLetter(
      asked('erasure'),
      { closedAt: now, code: 'art17-3-b-legal-obligation', text: 'Everything else was deleted.' },
      reader,
    ),
  ),
  'letter-by-hand': page(
    byHandLetter(
      asked('rectification'),
      { closedAt: now, text: 'We corrected your address.\n\nThe decision was made again and is now in your favour.' },
      reader,
    ),
  ),
  'letter-cancelled': page(cancelledLetter(asked('access'), now, reader)),
  enter: edge.enter('abc123', 'en'),
  left: edge.left('en'),
  'sign-in': edge.signIn('login.example.com', 'en', 'me'),
  'sign-in-needed': edge.failure(
    {
      type: '/problems/sign-in-needed',
      code: 'sign-in-needed',
      title: 'x',
      status: 401,
      detail: 'x',
      requestId: 'r-1',
    },
    'en',
    { place: 'me', signIn: '/me/sign-in/begin' },
  ),
  'link-expired': edge.failure(
    { type: '/problems/link-expired', code: 'link-expired', title: 'x', status: 410, detail: 'x', requestId: 'r-1' },
    'en',
  ),
  failure: edge.failure(
    {
      type: '/problems/validation-failed',
      code: 'validation-failed',
      title: 'The request does not fit',
      status: 422,
      detail: 'One field is missing.',
      requestId: 'r-1',
      errors: [{ message: 'Kind is missing.', fix: 'Choose one.' }],
    },
    'en',
  ),
  problem: edge.problem('not-found', problems['not-found'], 'en'),
});
