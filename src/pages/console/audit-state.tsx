/**
 * The strip at the top of the audit: whether the record is as it was signed, how large it is, what its witness says,
 * and the button that checks it now.
 * Flow:    audit-page.tsx → here.
 * Promise: what nobody checked since the start of the server is called unchecked; a fault is said in words and named.
 * Source:  docs/design.md 12 (console); docs/verifying.md.
 */
import type { AuditChart, AuditState } from '../../answers/ledger/audit.ts';
import { shortHash } from '../charts/proof-path.tsx';
import { countOn, sayOn, timeOn } from '../chrome.ts';
import { Icon } from '../icons.tsx';
import type { ConsoleChrome } from './frame.tsx';
import { Figure, Form } from './parts.tsx';

interface StateProps {
  readonly state: AuditState;
  readonly chrome: ConsoleChrome;
}

/** Longer ago than this the day says more than the seconds. */
const SECONDS = 120;

function whenWords({ state: { check }, chrome }: StateProps): string {
  if (check === null) return sayOn(chrome, 'console.audit.state.since-start');
  return check.secondsAgo < SECONDS
    ? sayOn(chrome, 'console.audit.state.ago', { seconds: check.secondsAgo })
    : sayOn(chrome, 'console.audit.state.at', { day: timeOn(chrome, check.at) });
}

const looks = { good: 'shield', bad: 'late', unchecked: 'ledger' } as const;

const Verdict = (props: StateProps) => {
  const { check } = props.state;
  const look = check === null ? 'unchecked' : check.isGood ? 'good' : 'bad';
  return (
    <div class={`verdict-strip ${look}`}>
      <Icon name={looks[look]} />
      <p>
        <strong>{sayOn(props.chrome, `console.audit.state.${look}`)}</strong>
        <span>{whenWords(props)}</span>
      </p>
    </div>
  );
};

function witnessWords({ state: { check }, chrome }: StateProps): string {
  if (check === null) return sayOn(chrome, 'console.audit.not-compared');
  if (check.witness === undefined) return sayOn(chrome, 'console.audit.witness.none');
  return sayOn(chrome, check.witness.agrees ? 'console.audit.witness.agrees' : 'console.audit.witness.differs', {
    size: countOn(chrome, check.witness.size),
  });
}

function sinceWords({ state: { check }, chrome }: StateProps): string {
  if (check === null) return sayOn(chrome, 'console.audit.not-compared');
  if (check.since === null) return sayOn(chrome, 'console.audit.since.none');
  return check.since.isConsistent
    ? sayOn(chrome, 'console.audit.since.good', { grown: countOn(chrome, check.since.grown) })
    : sayOn(chrome, 'console.audit.since.bad');
}

export const AuditStrip = ({ chart, ...props }: StateProps & { readonly chart: AuditChart }) => {
  const { state, chrome } = props;
  return (
    <section class="audit-strip" aria-label={sayOn(chrome, 'console.audit.state.title')}>
      <Verdict {...props} />
      <dl>
        <Figure title={sayOn(chrome, 'console.audit.entries')} value={countOn(chrome, state.size)} />
        <Figure
          title={sayOn(chrome, 'console.audit.root')}
          value={state.root === null ? '–' : <span class="hash">{shortHash(state.root)}</span>}
        />
        <Figure title={sayOn(chrome, 'console.audit.witness')} value={witnessWords(props)} />
        <Figure title={sayOn(chrome, 'console.audit.since')} value={sinceWords(props)} />
        {chart.erased === null ? null : (
          <Figure
            title={sayOn(chrome, 'console.audit.erased-in')}
            value={countOn(chrome, chart.erased)}
            note={sayOn(chrome, 'console.audit.erased-in.note', { count: chart.erased })}
          />
        )}
      </dl>
    </section>
  );
};

export const CheckNow = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <Form chrome={chrome} action="/console/ledger/check" label={sayOn(chrome, 'console.audit.check')} />
);

/** What the check found, with how much was read. */
export function checkWords({ state: { check }, chrome }: StateProps): string {
  if (check === null) return '';
  if (check.isGood) {
    const found = sayOn(chrome, 'console.audit.checked.good', {
      count: check.checked,
      from: countOn(chrome, check.from),
      to: countOn(chrome, check.size - 1),
      ms: countOn(chrome, check.ms),
    });
    return check.from === 0 ? found : `${found} ${sayOn(chrome, 'console.audit.checked.older')}`;
  }
  const places = check.wrong.map((index) => countOn(chrome, index)).join(', ');
  const named = places === '' ? '' : ` ${sayOn(chrome, 'console.audit.checked.wrong', { places })}`;
  return `${sayOn(chrome, 'console.audit.checked.bad')}${named}`;
}
