/**
 * The connected systems of a company, as the file `systems.yaml` beside the data maps names them.
 * Flow:    YAML → here → read-maps.ts, plan.ts.
 * Promise: names secrets and never holds one; a member that is not known is refused, so that nothing is lost unsaid.
 */
import { z } from 'zod';
import { credentialName } from '../vocabulary/credential.ts';
import { isPrefixTemplate } from './prefix.ts';

/** How a person is named in Candor: `customer:…`, `email:…`, `phone:…`. */
const schemes = ['customer', 'email', 'phone'] as const;
export type Scheme = (typeof schemes)[number];

/** The names that Fides and its readers have for them. */
export const usualIdentities: Readonly<Record<string, Scheme>> = {
  email: 'email',
  phone_number: 'phone',
  phone: 'phone',
  customer_id: 'customer',
  user_id: 'customer',
  external_id: 'customer',
};

const key = z.string().regex(credentialName, 'must be small letters, digits and hyphens').max(64);
const about = { key, name: z.string().min(1).max(200) };
const columns = z.array(z.string().min(1).max(255));

const database = z.strictObject({
  ...about,
  kind: z.enum(['postgresql', 'mariadb', 'mysql']),
  /** Each is a file of that name in the folder of secrets, with the URL of the database. */
  read: key,
  erase: key,
  datasets: z.array(z.string()).min(1),
  schema: z.string().min(1).max(63).exactOptional(),
  identities: z.record(z.string(), z.enum(schemes)).exactOptional(),
  /** Collections that are deleted or kept whatever the map says; what is kept is named with the reason. */
  delete: columns.exactOptional(),
  keep: z.record(z.string(), z.string().min(1).max(500)).exactOptional(),
  /** `table` or `table.column` that is knowingly in no map. */
  ignored: columns.exactOptional(),
});
const http = z.strictObject({
  ...about,
  kind: z.literal('http'),
  url: z.string().max(2000),
  /** The file holds a secret of Standard Webhooks, `whsec_…`. */
  secret: key,
  identities: z.array(z.enum(schemes)).min(1),
});
const s3 = z.strictObject({
  ...about,
  kind: z.literal('s3'),
  endpoint: z.url({ protocol: /^https?$/ }).max(2000),
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(64),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'),
  /** Where the name of the bucket stands: first in the path, or before the host. */
  style: z.enum(['path', 'host']).exactOptional(),
  prefix: z
    .string()
    .max(500)
    .refine(isPrefixTemplate, 'must hold {customer}, {email} or {phone} once, with a slash right behind it'),
  /** Each names a credential with an access key and its secret. */
  read: key,
  erase: key,
});
const opendsr = z.strictObject({
  ...about,
  kind: z.literal('opendsr'),
  /** With its version, such as https://api.example.com/v2. */
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** For which its certificate is. */
  domain: z
    .string()
    .regex(/^[a-z0-9.-]+$/, 'must be a domain in small letters')
    .max(253),
  /** Names a credential that is sent as it is in the header Authorization. */
  secret: key.exactOptional(),
  identities: z.array(z.enum(['customer', 'email'])).min(1),
  /** `opengdpr` where the processor has the routes of before. */
  names: z.enum(['opendsr', 'opengdpr']).exactOptional(),
});
const manual = z.strictObject({
  ...about,
  kind: z.literal('manual'),
  /** What the person who does it has to do. */
  steps: z.string().min(1).max(5000),
});

export const systemsFile = z.strictObject({
  systems: z.array(z.discriminatedUnion('kind', [database, http, opendsr, s3, manual])),
});

export type SystemInFile = z.infer<typeof systemsFile>['systems'][number];
export type DatabaseSystem = z.infer<typeof database>;
export type S3System = z.infer<typeof s3>;
export type OpendsrSystem = z.infer<typeof opendsr>;
