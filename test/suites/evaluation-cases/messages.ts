/**
 * Late and replayed messages, with and without a time of their own: none of them revives a consent.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  docs/design.md 7 (the bar).
 */
import { ADA, asked, declared, limits, person, says, told } from './kit.ts';
import { days, type EvaluationCase } from './steps.ts';

const base = [...declared(), person()];
const none = (warning: string) => ({ effect: 'none', warnings: [warning] });
const withdrawn = { allowed: false, reason: 'withdrawn' };
const given = { allowed: true, reason: 'consent-given' };

export const messageCases: readonly EvaluationCase[] = [
  asked(
    'a withdrawal counts at once',
    [...base, says('given', days(1)), says('withdrawn', days(2), { expect: { effect: 'consent', warnings: [] } })],
    withdrawn,
    { at: days(2) },
  ),
  asked(
    'somebody who withdrew can agree again',
    [
      ...base,
      says('given', days(1)),
      says('withdrawn', days(2)),
      says('given', days(3), { expect: { effect: 'consent' } }),
    ],
    given,
  ),
  asked(
    'a consent that a service sends late, without its time, does not undo a withdrawal',
    [
      ...base,
      says('given', days(1)),
      says('withdrawn', days(2)),
      says('given', days(3), { by: 'service', expect: none('occurred-at-needed') }),
    ],
    withdrawn,
  ),
  asked(
    'a consent from before a withdrawal that arrives late changes nothing',
    [
      ...base,
      says('withdrawn', days(2)),
      says('given', days(3), { by: 'service', occurredAt: days(1), expect: none('older-than-a-no') }),
    ],
    withdrawn,
  ),
  asked(
    'a consent from after a withdrawal counts, when its time says so',
    [
      ...base,
      says('withdrawn', days(2)),
      says('given', days(4), { by: 'service', occurredAt: days(3), expect: { effect: 'consent' } }),
    ],
    given,
  ),
  asked(
    'a consent of the very moment of a withdrawal changes nothing',
    [
      ...base,
      says('withdrawn', days(3), { by: 'service', occurredAt: days(2) }),
      says('given', days(4), { by: 'service', occurredAt: days(2), expect: none('older-than-a-no') }),
    ],
    withdrawn,
  ),
  asked(
    'a replayed consent changes nothing',
    [
      ...base,
      says('given', days(1), { by: 'service', occurredAt: days(1) }),
      says('withdrawn', days(2)),
      says('given', days(3), { by: 'service', occurredAt: days(1), expect: none('older-than-a-no') }),
    ],
    withdrawn,
  ),
  asked(
    'a withdrawal that arrives late still ends every consent recorded before it',
    [...base, says('given', days(5)), says('withdrawn', days(6), { by: 'service', occurredAt: days(2) })],
    withdrawn,
  ),
  asked(
    'and a replay of that consent does not pass it either',
    [
      ...base,
      says('given', days(5), { by: 'service', occurredAt: days(5) }),
      says('withdrawn', days(6), { by: 'service', occurredAt: days(2) }),
      says('given', days(7), { by: 'service', occurredAt: days(5), expect: none('older-than-a-no') }),
    ],
    withdrawn,
  ),
  asked(
    'a refusal raises the bar like a withdrawal',
    [...base, says('refused', days(2)), says('given', days(3), { by: 'service', expect: none('occurred-at-needed') })],
    { allowed: false, reason: 'refused' },
  ),
  asked(
    'without any no, a consent without a time counts',
    [...base, says('given', days(1), { by: 'service', expect: { effect: 'consent' } })],
    given,
  ),
  asked(
    'two withdrawals in the wrong order keep the later bar',
    [
      ...base,
      says('withdrawn', days(5), { by: 'service', occurredAt: days(4) }),
      says('withdrawn', days(6), { by: 'service', occurredAt: days(2) }),
      says('given', days(7), { by: 'service', occurredAt: days(3), expect: none('older-than-a-no') }),
    ],
    withdrawn,
  ),
  asked(
    'an older consent that arrives after a newer one does not narrow it',
    [
      ...base,
      says('given', days(5), { by: 'service', occurredAt: days(4) }),
      says('given', days(6), { by: 'service', occurredAt: days(2) }),
    ],
    { ...given },
  ),
  asked(
    'a withdrawal on one purpose leaves the others alone',
    [
      ...base,
      says('given', days(1)),
      {
        ...says('withdrawn', days(2)),
        input: { subject: ADA, purpose: 'other', state: 'withdrawn' },
        problem: 'validation-failed',
      },
    ],
    given,
  ),
  asked(
    'an own message about the past is judged by its time',
    [
      ...base,
      says('withdrawn', days(2)),
      says('given', days(3), { occurredAt: days(1), expect: none('older-than-a-no') }),
    ],
    withdrawn,
  ),
  told('a time that has not come yet is refused', [
    ...base,
    says('given', days(1), { by: 'service', occurredAt: days(9), problem: 'validation-failed' }),
  ]),
  asked(
    'a lift without a time does not lift',
    [
      ...base,
      says('given', days(1)),
      limits('restriction', days(2)),
      limits('restriction', days(3), {
        by: 'officer',
        state: 'lifted',
        code: 'asked-by-person',
        expect: none('occurred-at-needed'),
      }),
    ],
    { reason: 'restricted' },
  ),
  asked(
    'a lift from before the limit does not lift',
    [
      ...base,
      says('given', days(1)),
      limits('restriction', days(3)),
      limits('restriction', days(4), {
        by: 'officer',
        state: 'lifted',
        code: 'asked-by-person',
        occurredAt: days(2),
        expect: none('older-than-a-no'),
      }),
    ],
    { reason: 'restricted' },
  ),
  asked(
    'a lift from after the limit lifts',
    [
      ...base,
      says('given', days(1)),
      limits('restriction', days(2)),
      limits('restriction', days(4), {
        by: 'officer',
        state: 'lifted',
        code: 'asked-by-person',
        occurredAt: days(3),
        expect: { effect: 'lifted' },
      }),
    ],
    given,
  ),
  asked(
    'the person lifts their own limit here and now',
    [
      ...base,
      says('given', days(1)),
      limits('restriction', days(2)),
      limits('restriction', days(3), { state: 'lifted', expect: { effect: 'lifted' } }),
    ],
    given,
  ),
  asked(
    'a limit that arrives late still bites after a lift recorded before it',
    [
      ...base,
      says('given', days(1)),
      limits('restriction', days(2)),
      limits('restriction', days(4), { state: 'lifted' }),
      limits('restriction', days(5), { by: 'service', occurredAt: days(3) }),
    ],
    { reason: 'restricted' },
  ),
];
