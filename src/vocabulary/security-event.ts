/**
 * Every event of the security log: its name for ever, when it is written, and what it carries besides.
 * Flow:    read by http/security-log, which writes it; docs/security-events.md is held to it.
 * Promise: a name MUST keep its meaning for ever; a member is a code, a number or a pseudonym, never a name, an address
 *          or a path.
 * Source:  ASVS 5.0 chapter 16.
 */
interface SecurityEventKind {
  readonly level: 'info' | 'warning' | 'critical';
  readonly when: string;
}

export const securityEvents = {
  'service.started': { level: 'info', when: 'The service opened its keys with the master key and takes requests.' },
  'service.sealed': { level: 'critical', when: 'A key or a part is missing or does not fit; nothing is answered.' },
  'service.stopped': { level: 'info', when: 'The service was told to stop.' },
  'authn.token.accepted': { level: 'info', when: 'A bearer token was seen for the first time and let in.' },
  'authn.refused': { level: 'warning', when: 'A call was answered 401: no valid token, or no session.' },
  'authz.refused': { level: 'warning', when: 'A call was answered 403: the token or session may not do that.' },
  'rate.limited': { level: 'warning', when: 'A call was answered 429.' },
  'link.made': { level: 'info', when: 'A sign-in link was made; actor made it.' },
  'link.opened': { level: 'info', when: 'A sign-in link that works was opened, and not used up.' },
  'link.spent': { level: 'info', when: 'A sign-in link was traded for a session.' },
  'link.refused': { level: 'warning', when: 'A link that does not work (any more) was opened or spent.' },
  'sign-in.done': { level: 'info', when: 'Somebody came in by the sign-in provider; actor is who.' },
  'sign-in.refused': {
    level: 'warning',
    when: 'An answer of the sign-in provider let nobody in; code says which problem was answered.',
  },
  'logout.refused': { level: 'warning', when: 'A logout token was sent that ended nothing.' },
  'session.ended': { level: 'info', when: 'Somebody signed out, or the sign-in provider said so.' },
  'access.changed': { level: 'warning', when: 'Who may do what was changed: staff, revocations.' },
  'four-eyes.step': { level: 'info', when: 'An act that takes two people was proposed, confirmed or turned down.' },
  'webhook.changed': {
    level: 'warning',
    when: 'Where changes are sent was changed: an endpoint was made, changed, given a new secret, or ended.',
  },
  'key.destroyed': { level: 'warning', when: 'An erasure was asked for, which destroys the keys of a person.' },
  'log.lost': { level: 'critical', when: 'Lines of this log could not be written; count says how many.' },
} as const satisfies Record<string, SecurityEventKind>;

export type SecurityEventName = keyof typeof securityEvents;

/** What an event may carry beside time, name and level. */
export const securityMembers = {
  requestId: 'The id that the caller got as Request-Id.',
  actor: 'A pseudonym, act_…, the same for the same principal; `nobody` where nobody is known.',
  route: 'The template of the route, with its parameters in braces.',
  method: 'GET, POST, PUT or DELETE.',
  status: 'The status that was answered.',
  code: 'The code of the problem that was answered.',
  count: 'How many.',
} as const;

export type SecurityMembers = { readonly [M in keyof typeof securityMembers]?: string | number };
