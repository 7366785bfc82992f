/**
 * One member of staff: what is known, what is open, what they did, and ending their access in two steps.
 * Flow:    http/handlers/console/staff.ts → here → frame.tsx.
 * Promise: a reason is chosen first, and a second look says of whom it is before anything ends; one's own access is not
 *          offered here, since whoever ends it cannot take it back.
 * Source:  decision 0133; docs/design.md 12 (console).
 */
import type { OpenToStaff, SeenMember } from '../../answers/console/staff.ts';
import { type RevocationCause, revocationCauses, revocationHoldsWithinSeconds } from '../../vocabulary/access.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { dayOn, sayOn, timeOn } from '../chrome.ts';
import { ButtonLink } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Facts, Form, Nothing, Panel, Radios } from './parts.tsx';
import { Acts, seenWords, stateWords, whoIs } from './staff-page.tsx';

interface MemberPage {
  readonly member: SeenMember;
  /** Whether it is whoever reads. */
  readonly isOwn: boolean;
  /** Why their access should end, once that was chosen. */
  readonly cause?: RevocationCause;
  /** The step that led here. */
  readonly done?: 'ended' | 'restored';
}

interface Props extends MemberPage {
  readonly chrome: ConsoleChrome;
}

const pageOf = ({ actor }: SeenMember): string => `/console/staff/${actor}`;

const Known = ({ member, chrome }: Props) => {
  const { id, actor, described } = member;
  const none = sayOn(chrome, 'console.staff.not-described');
  return (
    <Panel id="known" title={sayOn(chrome, 'console.staff.known')}>
      {id === undefined ? <p>{sayOn(chrome, 'console.staff.unnamed')}</p> : null}
      <Facts
        facts={[
          [sayOn(chrome, 'console.staff.column.state'), stateWords(member, chrome)],
          ...(id === undefined ? [] : [[sayOn(chrome, 'console.staff.id'), <span class="hash">{id}</span>] as const]),
          [sayOn(chrome, 'console.staff.actor'), <span class="hash">{actor}</span>],
          [
            sayOn(chrome, 'console.staff.roles'),
            described?.roles.map((role) => sayOn(chrome, `console.staff.role.${role}`)).join(', ') ?? none,
          ],
          [sayOn(chrome, 'console.staff.column.seen'), seenWords(member, chrome)],
          [sayOn(chrome, 'console.staff.column.acts'), <Acts member={member} chrome={chrome} />],
        ]}
      />
    </Panel>
  );
};

const One = ({ open, chrome }: { readonly open: OpenToStaff; readonly chrome: ConsoleChrome }) => (
  <li>
    <p>
      {sayOn(chrome, `console.staff.${open.kind}`, {
        seen: timeOn(chrome, timeOf(open.seenAt)),
        until: timeOn(chrome, timeOf(open.until)),
      })}
    </p>
    <p class="quiet">
      <code class="hash" lang="en">
        {open.scopes.join(' ')}
      </code>
    </p>
  </li>
);

const Open = ({ member, chrome }: Props) => (
  <Panel id="open" title={sayOn(chrome, 'console.staff.column.open')}>
    {member.open.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.staff.open.none')} />
    ) : (
      <ul class="rows">
        {member.open.map((open) => (
          <One open={open} chrome={chrome} />
        ))}
      </ul>
    )}
  </Panel>
);

const causesOn = (chrome: ConsoleChrome) =>
  revocationCauses.map((value) => ({ value, label: sayOn(chrome, `console.staff.cause.${value}`) }));

const Choose = ({ member, chrome }: Props) => (
  <Panel id="end" title={sayOn(chrome, 'console.staff.end')}>
    <p>{sayOn(chrome, 'console.staff.end.effect', { seconds: revocationHoldsWithinSeconds })}</p>
    <form class="console-form" method="get" action={pageOf(member)}>
      <Radios name="cause" legend={sayOn(chrome, 'console.staff.end.why')} options={causesOn(chrome)} />
      <button class="main" type="submit">
        {sayOn(chrome, 'console.staff.end.next')}
      </button>
    </form>
  </Panel>
);

const Sure = ({ member, cause, chrome }: Props & { readonly cause: RevocationCause }) => (
  <Panel id="sure" title={sayOn(chrome, 'console.staff.sure', { who: whoIs(member) })}>
    <p>{sayOn(chrome, 'console.staff.end.effect', { seconds: revocationHoldsWithinSeconds })}</p>
    <Facts facts={[[sayOn(chrome, 'console.staff.end.why'), sayOn(chrome, `console.staff.cause.${cause}`)]]} />
    <Form chrome={chrome} action={`${pageOf(member)}/end`} label={sayOn(chrome, 'console.staff.sure.end')} look="stop">
      <input type="hidden" name="cause" value={cause} />
    </Form>
    <p class="downloads">
      <ButtonLink href={pageOf(member)} label={sayOn(chrome, 'console.staff.sure.leave')} />
    </p>
  </Panel>
);

const Ended = ({ member, chrome }: Props) => (
  <Panel id="ended" title={sayOn(chrome, 'console.staff.ended')}>
    <Facts
      facts={member.ended.map(({ at, cause }) => [
        dayOn(chrome, timeOf(at)),
        sayOn(chrome, `console.staff.cause.${cause}`),
      ])}
    />
    <p>{sayOn(chrome, 'console.staff.back.effect')}</p>
    <Form
      chrome={chrome}
      action={`${pageOf(member)}/restore`}
      label={sayOn(chrome, 'console.staff.back')}
      look="quiet"
    />
  </Panel>
);

const Own = ({ chrome }: Props) => (
  <Panel id="end" title={sayOn(chrome, 'console.staff.end')}>
    <p>
      {sayOn(chrome, 'console.staff.own')} <a href="/console/sessions">{sayOn(chrome, 'sessions.title')}</a>
    </p>
  </Panel>
);

/** Said only while it is so, whatever an address says. */
const Done = ({ member, done, chrome }: Props) =>
  done === undefined || (done === 'ended') !== member.ended.length > 0 ? null : (
    <p id="saved" class="said" role="status" tabIndex={-1}>
      <Icon name="check" /> {sayOn(chrome, `console.staff.done.${done}`, { who: whoIs(member) })}
    </p>
  );

const Access = (props: Props) => {
  if (props.member.ended.length > 0) return <Ended {...props} />;
  if (props.isOwn) return <Own {...props} />;
  return props.cause === undefined ? <Choose {...props} /> : <Sure {...props} cause={props.cause} />;
};

export const staffMemberPage = (page: MemberPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: whoIs(page.member),
    chrome: { ...chrome, area: 'staff' },
    back: { href: '/console/staff', label: sayOn(chrome, 'console.staff.title') },
    children: (
      <>
        <Done {...page} chrome={chrome} />
        {page.cause === undefined ? null : <Access {...page} chrome={chrome} />}
        <Known {...page} chrome={chrome} />
        <Open {...page} chrome={chrome} />
        {page.cause === undefined ? <Access {...page} chrome={chrome} /> : null}
      </>
    ),
  });
