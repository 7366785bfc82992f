/**
 * Candor as two clients of one real provider: customers at one door, staff at the other.
 * Flow:    tests → here → given/http/a-provider and the variables of a service.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFreePort } from './http/a-free-port.ts';
import { type Accounts, type AProvider, aProvider } from './http/a-provider.ts';

export type Place = 'me' | 'console';
/** Canaries that no page, log or reply may ever hold. */
export const SECRETS = { me: 'secret-of-the-portal-7f3a', console: 'secret-of-the-console-91bd' } as const;
export const CLIENTS = { me: 'candor-portal', console: 'candor-console' } as const;

interface Clients {
  /** Where the service has to listen. */
  readonly base: string;
  readonly provider: AProvider;
  readonly variables: Readonly<Record<string, string>>;
}

/** The secrets are written into `folder`. */
export async function signInClients(folder: string, accounts: Accounts): Promise<Clients> {
  const port = await aFreePort();
  const base = `http://127.0.0.1:${port}`;
  const client = (place: Place) => ({
    client_id: CLIENTS[place],
    client_secret: SECRETS[place],
    redirect_uris: [`${base}/${place}/sign-in/answer`],
    post_logout_redirect_uris: [`${base}/${place}/sign-in`],
    backchannel_logout_uri: `${base}/${place}/backchannel-logout`,
    backchannel_logout_session_required: true,
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
  });
  const provider = await aProvider([client('me'), client('console')], accounts);
  for (const place of ['me', 'console'] as const) writeFileSync(join(folder, place), `${SECRETS[place]}\n`);
  return {
    base,
    provider,
    variables: {
      PORT: String(port),
      CANDOR_BASE_URL: base,
      CANDOR_SUBJECT_SIGN_IN: provider.issuer,
      CANDOR_SUBJECT_CLIENT: CLIENTS.me,
      CANDOR_SUBJECT_CLIENT_SECRET_FILE: join(folder, 'me'),
      CANDOR_SUBJECT_ASK: 'openid customer',
      CANDOR_SUBJECT_SIGN_IN_CLAIM: 'customer_no',
      CANDOR_STAFF_SIGN_IN: provider.issuer,
      CANDOR_STAFF_CLIENT: CLIENTS.console,
      CANDOR_STAFF_CLIENT_SECRET_FILE: join(folder, 'console'),
      CANDOR_STAFF_SCOPES: 'privacy-office=audit requests reviews; helpdesk=audit',
    },
  };
}
