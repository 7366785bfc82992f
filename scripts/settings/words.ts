/**
 * What each setting is, in words: the column that no schema can say.
 * Flow:    src/config.ts (which settings there are) → here → table.
 * Promise: the compiler asks for words for every variable of the schema, and refuses words for any other.
 */
import type { SettingName } from '../../src/config.ts';

export interface SettingWords {
  readonly what: string;
  /** What stands in place of the default where that is worked out, or where nothing is a default of its own. */
  readonly usual?: string;
  /** A value to copy, for settings without a default. */
  readonly example?: string;
  /** Set by whoever deploys: an image, a unit or a chart gives it, and nobody else has to. */
  readonly isOfThePlace?: true;
}

const ofTheGate = 'see [gate.md](gate.md)';

const secretOf = (whose: string) => ({
  what: `a file with the secret of that client for ${whose}; only its owner may read it`,
  usual: 'none: a client without a secret',
});

export const settingWords: Readonly<Record<SettingName, SettingWords>> = {
  PORT: { what: 'where it listens', isOfThePlace: true },
  HOST: { what: 'the address that it listens on; `0.0.0.0` in a container', isOfThePlace: true },
  CANDOR_BASE_URL: {
    what: 'the address that people see, and that links are made from',
    usual: 'from host and port',
    example: 'https://privacy.example.com',
  },
  CANDOR_DATA_DIR: { what: 'the data folder', isOfThePlace: true },
  CANDOR_WITNESS_DIR: { what: 'where the mark is', usual: '`witness` in the data folder', isOfThePlace: true },
  DATABASE_URL: {
    what: 'a PostgreSQL database',
    usual: 'none: SQLite',
    example: 'postgres://candor:password@db.example.com:5432/candor?sslmode=verify-full',
  },
  KEYSTORE_URL: {
    what: 'a database for the keys alone, or on one node a file: `file:///var/lib/candor/keys.db`',
    usual: 'the same database',
    example: 'postgres://candor:password@keys.example.com:5432/keys?sslmode=verify-full',
  },
  CANDOR_MASTER_KEY_FILE: {
    what: 'what wraps every other key; only its owner may read it',
    usual: '`master.key` in the data folder',
    isOfThePlace: true,
  },
  CANDOR_ISSUER: {
    what: 'who issues tokens; with `CANDOR_JWKS_URL` and `CANDOR_AUDIENCE`, all three together',
    usual: 'none: built in',
    example: 'https://login.example.com',
  },
  CANDOR_AUDIENCE: { what: 'for whom tokens have to be issued', example: 'https://privacy.example.com' },
  CANDOR_JWKS_URL: { what: 'where the keys of that issuer are', example: 'https://login.example.com/jwks' },
  CANDOR_SUBJECT_CLAIM: {
    what: "the claim that holds the customer's number in a `self` token",
  },
  CANDOR_ORIGIN: {
    what: 'the name of the ledger, for ever',
    usual: 'drawn at random',
    example: 'privacy.example.com',
  },
  CANDOR_REGIME: { what: 'the law of people about whom nothing is known' },
  CANDOR_TIME_ZONE: { what: 'for months and deadlines' },
  CANDOR_HOLIDAYS: {
    what: 'sets of public holidays, with commas between',
    usual: 'none: weekends only',
    example: 'DE',
  },
  CANDOR_BACKUP_LIFE: { what: 'how long backups are kept; certificates name the day' },
  CANDOR_KEEP_CONSENT_PROOF: {
    what: 'a duration and a ground: an erasure keeps proof that choices were made, without the person, for so long',
    usual: 'off: nothing is kept',
    example: 'P3Y art17-3-e-legal-claims',
  },
  CANDOR_COMPANY: { what: 'your name on the pages', example: 'Example Bank' },
  CANDOR_CONTACT: {
    what: 'whom people write to, as `name; e-mail; postal address`; stands in answers, letters, notices, the register and certificates of erasure; `npm run doctor` asks for it',
    example: 'Example Bank; privacy@example.com; 1 Main Street, Berlin',
  },
  CANDOR_DPO: {
    what: 'your data protection officer, in the same form',
    example: 'Data protection officer; dpo@example.com',
  },
  CANDOR_PRIVACY_URL: {
    what: 'your privacy notice, which every page leads to at its foot',
    example: 'https://www.example.com/privacy',
  },
  CANDOR_ACCESSIBILITY_URL: {
    what: 'your accessibility statement, at the foot of every page',
    example: 'https://www.example.com/accessibility',
  },
  CANDOR_HELP_URL: {
    what: 'where people find help, at the foot of every page',
    example: 'https://www.example.com/help',
  },
  SMTP_URL: {
    what: 'the mail server',
    usual: 'none: messages to people become files in `<data>/mail`',
    example: 'smtps://name:password@mail.example.com',
  },
  CANDOR_MAIL_FROM: {
    what: 'the address that messages come from; needed with `SMTP_URL`',
    example: 'Example Bank <privacy@example.com>',
  },
  CANDOR_DIGEST_TO: {
    what: 'addresses of staff, each with a language behind it, with commas between: once a day each gets a digest of what is late, due soon, untold or waits, in numbers, with nothing about any person ([decision 0134](decisions/0134-a-digest-for-staff.md))',
    usual: 'none: nobody gets one',
    example: 'privacy@example.com en, desk@example.com de',
  },
  CANDOR_DIGEST_HOUR: { what: 'from which hour of the day on that digest leaves, in `CANDOR_TIME_ZONE`; 0 to 23' },
  CANDOR_TRUSTED_PROXIES: {
    what: 'addresses or networks of your own proxies, with commas between; only their `X-Forwarded-For` or `Forwarded` counts, for the limits on public routes. A proxy that is missing here is noted on `/readyz` and by `npm run doctor`',
    example: '10.0.0.0/8',
  },
  CANDOR_WEBHOOK_NETWORKS: {
    what: 'addresses or networks inside yours that webhooks may be sent to, with commas between; everything that is not public is refused otherwise ([events.md](events.md))',
    example: '10.20.0.0/16',
  },
  CANDOR_DATA_MAPS: {
    what: 'the folder with `systems.yaml` and the data maps of other systems that hold data of the same people ([connected-systems.md](connected-systems.md)); without it a request reaches only what Candor holds itself',
    example: '/etc/candor/data-maps',
  },
  CANDOR_SYSTEM_SECRETS: {
    what: 'the folder with one file for each credential that `systems.yaml` names, such as the URL of a database; read at each use, so a file that is replaced counts at once. What `npm run credentials` keeps goes before it',
    example: '/run/secrets/candor-systems',
  },
  CANDOR_SESSION_IDLE: { what: 'after how long without a request a browser is signed out; 1 to 60 minutes' },
  CANDOR_SIGN_IN_SERVICE: {
    what: "the `sub` of the service behind your own sign-in: a link that it makes with `POST /v1/links` counts as a sign-in of one's own. Whoever holds its token can come in as anybody ([decision 0066](decisions/0066-who-stands-behind-a-link.md))",
    example: 'web-portal',
  },
  CANDOR_PAGE_ORIGINS: {
    what: 'origins of your own pages that show where AI is at work and take choices there, with commas between ([in-your-pages.md](in-your-pages.md))',
    usual: 'none: no page elsewhere is answered',
    example: 'https://shop.example.com',
  },
  CANDOR_SUBJECT_SIGN_IN: {
    what: 'the issuer at which customers sign in by OpenID Connect ([signing-in.md](signing-in.md))',
    usual: 'none: links alone',
    example: 'https://login.example.com',
  },
  CANDOR_SUBJECT_CLIENT: { what: 'the client id at that issuer', example: 'candor' },
  CANDOR_SUBJECT_CLIENT_SECRET_FILE: secretOf('customers'),
  CANDOR_SUBJECT_ASK: { what: 'the scopes of OpenID Connect that are asked for' },
  CANDOR_SUBJECT_SIGN_IN_CLAIM: { what: "the claim of a sign-in that holds the customer's number" },
  CANDOR_STAFF_SIGN_IN: {
    what: 'the issuer at which staff sign in by OpenID Connect',
    usual: 'none: links alone',
    example: 'https://login.example.com',
  },
  CANDOR_STAFF_CLIENT: { what: 'the client id at that issuer', example: 'candor-console' },
  CANDOR_STAFF_CLIENT_SECRET_FILE: secretOf('staff'),
  CANDOR_STAFF_ASK: { what: 'the scopes of OpenID Connect that are asked for' },
  CANDOR_STAFF_CLAIM: { what: 'the claim that holds the id of a member of staff' },
  CANDOR_STAFF_GROUPS: { what: 'the claim that holds their groups; dots lead into objects' },
  CANDOR_STAFF_SCOPES: {
    what: 'which group may do what in the console, as `group=scope scope; group=scope`',
    example: 'privacy-office=audit requests reviews registry reports confirm; helpdesk=audit requests',
  },
  CANDOR_KEEP_ALIVE: {
    what: 'how long an idle connection stays open; longer than your proxy or load balancer keeps it, or a request may meet a connection that is being closed; 5 to 3999 seconds',
  },
  CANDOR_STOP_AFTER: {
    what: 'for how long it goes on answering once it was asked to stop, while `/readyz` says so and proxies turn to another node; 0 to 60 seconds',
  },
  CANDOR_FOUR_EYES: {
    what: 'whether some acts need a second person: `auto` (where two officers work here, or did within seven days), `on`, `off`',
  },
  CANDOR_TRACES_SUBJECT: {
    what: 'under which attribute of a span the person stands; the first one there counts ([otlp.md](otlp.md))',
  },
  CANDOR_TRACES_PURPOSE: { what: 'the same for the purpose' },
  CANDOR_TRACES_AI_SYSTEM: {
    what: 'the same for the AI system; the first name counts as given, the others where a declared system has that key',
  },
  CANDOR_SECURITY_LOG: {
    what: 'a file or `stdout`: sign-ins, refusals, links, keys and staff as JSON lines ([security-events.md](security-events.md))',
    example: 'stdout',
  },
  CANDOR_AUTHZEN_PACKS: {
    what: 'files of rules about other things than customers, with commas between, for test suites of AuthZEN ([authzen.md](authzen.md))',
  },
  CANDOR_GATE_PORT: { what: `a gate before a model on this port; ${ofTheGate}`, usual: 'off' },
  CANDOR_GATE_UPSTREAM: { what: 'where calls of the gate go', example: 'https://api.openai.com/v1' },
  CANDOR_GATE_UPSTREAM_KEY_FILE: { what: 'a file with the key that the upstream wants' },
  CANDOR_GATE_TOKENS_FILE: { what: 'a file with the tokens of those who may call the gate, one a line' },
  CANDOR_GATE_PATHS: { what: 'what may be called below `/v1/` of the gate, with commas between' },
  CANDOR_GATE_FORWARD_CREDENTIALS: { what: 'whether credentials of the caller go on to the upstream: `on` or `off`' },
  CANDOR_GATE_MOST_BYTES: { what: 'how long the body of a call to the gate may be, in bytes' },
  CANDOR_URL: {
    what: 'where Candor listens, for a gate that is a process of its own',
    example: 'https://privacy.example.com',
  },
  CANDOR_TOKEN_FILE: { what: 'a file with a token for Candor that has the scope `use`, for the gate' },
  CANDOR_BACKUP_TO: {
    what: 'where the service puts its backups, a folder or `s3://bucket/folder` ([backups.md](backups.md))',
    usual: 'none: it makes none by itself',
    example: 's3://candor-backups/production',
  },
  CANDOR_BACKUP_EVERY: { what: 'how long at most from one backup to the next; 1 to 168 hours' },
  CANDOR_BACKUP_KEEP: {
    what: 'how many backups stay there at most; none outlives `CANDOR_BACKUP_LIFE`',
    usual: 'all within that time',
    example: '14',
  },
  CANDOR_BACKUP_KEY_FILE: {
    what: 'a file of the form of the master key, which seals backups; it is needed to restore them',
    usual: 'the master key',
    isOfThePlace: true,
  },
  AWS_ENDPOINT_URL_S3: {
    what: 'where S3-compatible storage answers, for backups',
    usual: 'that of AWS',
    example: 'https://s3.example.com',
  },
  AWS_REGION: { what: 'the region of that storage' },
  AWS_ACCESS_KEY_ID: { what: 'who writes to that storage' },
  AWS_SECRET_ACCESS_KEY: { what: 'the secret that goes with it' },
  AWS_SESSION_TOKEN: { what: 'the token of a session that goes with it, where there is one' },
  CANDOR_OTLP_TO: {
    what: 'where spans of its own go, one a request over OTLP (HTTP, JSON): the whole address of a receiver; nothing in them is about a person',
    usual: 'off',
    example: 'http://collector:4318/v1/traces',
  },
  METRICS_PORT: { what: 'Prometheus metrics on a port of their own', usual: 'off', isOfThePlace: true },
  LOG_LEVEL: { what: 'the operating log carries no personal data at any level' },
};
