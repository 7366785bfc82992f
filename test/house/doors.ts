/**
 * Who may import whom: the one table of the doors between rooms.
 * Flow:    here → doors.test.ts.
 * Promise: a room that is missing here may not exist. `types` are doors for `import type` only.
 */
export interface Door {
  /** Rooms besides itself, `*` for all of them. */
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  /** npm packages and builtins; `node:*` is every builtin but node:crypto. */
  readonly packages?: readonly string[];
}

/** Words of the field and the shape of a fact are the language of the whole house. */
export const OPEN_TO_ALL: Door = { rooms: ['src/vocabulary'], types: ['src/facts'] };

export const doors: Readonly<Record<string, Door>> = {
  schema: { rooms: [], packages: ['drizzle-orm'] },
  /** `facts` because what is declared and decided is described once, there; the API derives what it takes from it. */
  openapi: { rooms: ['src/facts'], packages: ['zod', 'openapi3-ts'] },
  /** Lives in other people's services: it knows the definitions of the endpoints and nothing of the house. */
  client: { rooms: ['openapi'], packages: ['*'] },
  scripts: { rooms: ['*'], packages: ['*'] },
  /** Shares no code with the house; a driver only to read the stored rows where the engine has no builtin. */
  'scripts/verify': { rooms: [], packages: ['node:*', 'node:crypto', 'pg'] },

  'src/main.ts': { rooms: ['src/service.ts', 'src/config.ts', 'src/address.ts'], packages: ['node:*'] },
  'src/address.ts': { rooms: [], packages: ['node:*'] },
  'src/last-backup.ts': { rooms: [], packages: ['node:*'] },
  'src/folder.ts': { rooms: [], packages: ['node:*'] },
  'src/start-fault.ts': { rooms: ['src/store'], types: ['src/config.ts'], packages: ['node:*'] },
  /** The house with its edge: composes, as house.ts does, and holds no rule. */
  'src/service.ts': { rooms: ['*'], packages: ['node:events'] },
  /** Parts of the house and the service that compose, as these two do, and hold no rule. */
  'src/composed': { rooms: ['*'], packages: ['jose', 'node:fs', 'zod'] },
  /** Open and continue an installation; they compose, as house.ts does. */
  'src/parts.ts': { rooms: ['*'], packages: ['node:*'] },
  'src/continuation.ts': { rooms: ['*'] },
  'src/installation.ts': { rooms: ['src/config.ts', 'src/seal', 'src/folder.ts'], packages: ['node:*'] },
  'src/house.ts': { rooms: ['*'], packages: ['node:*'] },
  'src/network.ts': { rooms: [], packages: ['node:net'] },
  'src/sign-in-settings.ts': { rooms: [], packages: ['zod'] },
  'src/backup-settings.ts': { rooms: [], packages: ['zod'] },
  'src/sending-settings.ts': { rooms: ['src/config-forms.ts'], packages: ['zod'] },
  'src/config-forms.ts': { rooms: ['src/network.ts'], packages: ['zod'] },
  'src/config.ts': {
    rooms: [
      'src/law',
      'src/config-forms.ts',
      'src/gate',
      'src/backup-settings.ts',
      'src/sending-settings.ts',
      'src/sign-in-settings.ts',
      'src/settings-shown.ts',
    ],
    packages: ['node:*', 'zod'],
  },
  'src/settings-shown.ts': { rooms: [] },
  'src/clock.ts': { rooms: [] },
  /** Around a clock, for the house. */
  'src/clock-guard.ts': { rooms: ['src/clock.ts'] },
  'src/root.ts': { rooms: [], packages: ['node:*'] },

  /** Types only: the house as its callers see it. */
  'src/ports': { rooms: [], types: ['src/commands', 'src/evaluation', 'src/views'] },
  'src/vocabulary': { rooms: [] },
  'src/law': { rooms: [], packages: ['temporal-polyfill'] },
  /** `node:async_hooks` because what one answer fell back to is told to its own page only. */
  'src/language': { rooms: [], packages: ['intl-messageformat', 'node:async_hooks'] },
  'src/facts': { rooms: [], packages: ['zod'] },
  'src/evaluation': { rooms: ['src/law'] },
  'src/seal': { rooms: [], packages: ['node:crypto', 'node:fs', 'node:path', 'node:timers'] },
  'src/store': {
    rooms: ['schema', 'src/root.ts'],
    types: ['src/seal'],
    packages: ['drizzle-orm', 'better-sqlite3', 'pg', 'node:*'],
  },
  'src/views': { rooms: ['src/evaluation'] },
  'src/ledger': {
    rooms: ['src/facts', 'src/seal', 'src/store', 'src/views', 'src/evaluation'],
    types: ['src/commands', 'src/ports'],
    // Statements stand beside the room that asks them; drivers stay in the store.
    packages: ['node:fs', 'node:path', 'drizzle-orm'],
  },
  'src/commands': {
    rooms: ['src/facts', 'src/views', 'src/evaluation', 'src/law', 'src/language'],
  },
  'src/answers': {
    rooms: ['src/views', 'src/evaluation', 'src/law', 'src/language'],
    types: ['src/ports'],
  },
  'src/pages': { rooms: ['src/language'], types: ['src/answers'], packages: ['preact', 'preact-render-to-string'] },
  /** Letters on paper: drawn from the words and dates of the pages. */
  'src/print': { rooms: ['src/language', 'src/pages'], types: ['src/answers'], packages: ['node:*', 'pdfkit'] },
  /**
   * `views` because lists show rows as the replies of commands do; `jobs` because staff may ask for what takes many
   * commands.
   */
  'src/http': {
    rooms: [
      'openapi',
      'src/commands',
      'src/answers',
      'src/pages',
      'src/print',
      'src/jobs',
      'src/seal',
      'src/language',
      'src/views',
      'src/network.ts',
    ],
    types: ['src/ports', 'src/evaluation'],
    packages: [
      '@iabgpp/cmpapi',
      '@iabtechlabtcf/core',
      'express',
      'helmet',
      'jose',
      'swagger-ui-express',
      'rate-limiter-flexible',
      'prom-client',
      'pino',
      'yazl',
      'node:*',
    ],
  },
  /** `pages` because a message leaves as HTML, too; `views` because tasks lie in the row of their request. */
  'src/jobs': {
    rooms: ['src/answers', 'src/pages', 'src/views'],
    types: ['src/ports', 'src/ledger', 'src/connectors'],
  },
  /** Knows Candor as every other service does, by the client; of the house only how to hash a token. */
  'src/gate': { rooms: ['client', 'src/seal'], packages: ['node:*', 'zod'] },
  /** What a map of a connected system says, and the plan that follows from it. */
  'src/systems': { rooms: [], packages: ['node:fs', 'node:path', 'yaml', 'zod'] },
  /**
   * `systems` because a database is read and erased by its plan; drivers for databases that are not ours, and the
   * signatures of storage.
   */
  'src/connectors': {
    rooms: ['src/systems'],
    packages: ['node:*', 'nodemailer', 'pg', 'mysql2', 'aws4fetch', 'openid-client', 'jose', 'zod'],
  },
};
