/**
 * Comes in by a link that somebody made over the API, as a browser would.
 * Flow:    POST /v1/links → here (the button) → the header and the form token of the session.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from '../../src/seal/seal.ts';
import { sure } from './a-shop.ts';
import type { RunningService, Told } from './service.ts';

export interface Browser {
  readonly cookie: string;
}

const codeIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

export const cookieOf = (told: Told): string => (told.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** The button of a link, pressed in a browser that may hold an older session. */
export const press = (
  service: RunningService,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Told> =>
  service.call('POST', new URL(url).pathname.startsWith('/console') ? '/console/enter' : '/me/enter', {
    form: { code: codeIn(url) },
    headers,
  });

/** A link that `maker` asks for with an administrator's token. */
export const linkBy = async (service: RunningService, maker: string, json: object): Promise<string> =>
  sure(await service.call('POST', '/v1/links', { json, scope: 'admin', sub: maker })).body.url;

export const throughLinkOf = async (service: RunningService, maker: string, json: object): Promise<Browser> => ({
  cookie: cookieOf(await press(service, await linkBy(service, maker, json))),
});

export const csrfIn = ({ text }: Told): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';

/** A member of staff who is described as working here. */
export const aColleague = async (service: RunningService, id: string, more: object = {}): Promise<Told> =>
  sure(
    await service.call('PUT', `/v1/staff/${id}`, {
      json: { name: id, roles: ['officer'], ...more },
      scope: 'admin',
      sub: 'founder',
    }),
  );

/** The text of the mail with a code that lies in the folder of the data, where no mail server is named. */
export function mailTo(service: RunningService, kind: 'sign-in' | 'address'): string {
  const folder = join(service.dataDir, 'mail');
  const name = readdirSync(folder).find((each) => each.startsWith(`${kind}_`) && each.endsWith('.eml')) ?? '';
  const mail = readFileSync(join(folder, name), 'utf8');
  // Quoted-printable: a line that goes on ends with an equals sign.
  return mail.replaceAll('=\r\n', '').replaceAll('=3D', '=');
}

/** With what the running service makes codes for addresses, for a test that sends by itself. */
export const addressTools = ({ house, clock }: RunningService) => ({
  now: () => clock.now(),
  random: () => newSecret(),
  digest: (text: string) => Buffer.from(house.keyring.keyedHash('token', text)).toString('base64url'),
});
