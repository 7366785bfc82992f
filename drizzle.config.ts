/** Where drizzle-kit finds the tables and leaves the migrations; `npm run migrations` runs it once a dialect. */
import { defineConfig } from 'drizzle-kit';

const postgres = process.env['DIALECT'] === 'postgresql';

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: postgres ? './schema/postgres.ts' : './schema/sqlite.ts',
  out: postgres ? './schema/migrations/postgresql' : './schema/migrations/sqlite',
});
