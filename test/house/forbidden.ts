/**
 * Words that belong to one room only, or to none.
 * Flow:    here → forbidden.test.ts.
 * Promise: every rule carries a line that it must catch, so that a rule cannot rot unnoticed.
 */
import { files, read } from './sources.ts';

export interface Forbidden {
  readonly what: string;
  readonly pattern: RegExp;
  /** Paths where it may stand. */
  readonly except: readonly RegExp[];
  readonly caught: string;
  /** The room of that line, for a rule of some rooms only. */
  readonly where?: string;
}

/**
 * Tables of the ledger, and those that a migration guards, each by the verb that is refused; in the names the code
 * uses.
 */
const LEDGER = ['entries', 'checkpoints', 'tiles'];
const guarded = { update: new Set(LEDGER), delete: new Set(LEDGER) };
const GUARD =
  /create\s+(?:or\s+replace\s+)?trigger\s+\S+\s+before\s+([a-z ]+?)(?:\s+of\s[^;]*?)?\s+on\s+["\x60]?(\w+)/gi;
for (const file of files.filter((path) => /^schema\/migrations\/.*\.sql$/.test(path)))
  for (const [, verbs = '', table = ''] of read(file).matchAll(GUARD))
    for (const verb of ['update', 'delete'] as const)
      if (verbs.toLowerCase().includes(verb))
        guarded[verb].add(table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));

const changing = (verb: 'update' | 'delete'): string =>
  String.raw`\.${verb}\(\s*(?:\w+\.)*(?:${[...guarded[verb]].join('|')})\s*\)`;

/** Everything but the two rooms in which refusals are made and handed on. */
const elsewhere = /^(?!src\/(?:http|commands)\/)/;

export const forbidden: readonly Forbidden[] = [
  {
    what: 'a second manner of refusing (decision 0017): a union with ok',
    pattern: /\breadonly ok: (?:true|false)\b/,
    except: [elsewhere],
    caught: 'type Parsed = { readonly ok: true; readonly value: unknown };',
    where: 'src/http/a.ts',
  },
  {
    what: 'a second manner of refusing (decision 0017): a thrown object',
    pattern: /\bthrow (?:\{|problem\()/,
    except: [elsewhere],
    caught: "throw problem('not-found');",
    where: 'src/commands/a.ts',
  },
  {
    what: 'a refusal told by the name of a member (isProblem tells it)',
    pattern: /'problem' in\b/,
    except: [elsewhere],
    caught: "if ('problem' in found) return found;",
    where: 'src/commands/a.ts',
  },
  {
    what: 'the environment outside src/config.ts',
    pattern: /\bprocess\.env\b/,
    except: [/^src\/config\.ts$/, /^scripts\//],
    caught: 'const port = process.env.PORT;',
  },
  {
    what: 'a clock outside src/clock.ts',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bTemporal\.Now\b/,
    // The client runs in other people's services, which have a clock and randomness of their own.
    except: [/^src\/clock\.ts$/, /^client\//],
    caught: 'const now = new Date();',
  },
  {
    what: 'randomness outside src/seal (an id of a request at the edge is no secret)',
    pattern: /\bMath\.random\b|\bcrypto\.(getRandomValues|randomUUID)\b/,
    // The elements run in the browser of a person.
    except: [/^src\/seal\//, /^src\/http\//, /^client\//, /^scripts\/page-elements\//],
    caught: 'const id = crypto.randomUUID();',
  },
  {
    what: 'cryptography outside src/seal',
    pattern: /\b(globalThis\.crypto|crypto\.subtle)\b|'node:crypto'/,
    except: [/^src\/seal\//, /^scripts\/(verify|bench)/],
    caught: "import { createHash } from 'node:crypto';",
  },
  {
    what: 'a database driver outside src/store',
    pattern: /'(better-sqlite3|pg|node:sqlite|drizzle-orm\/(better-sqlite3|node-postgres)[^']*)'/,
    // Databases of the company, which are read and erased on request, are no store of ours.
    except: [/^src\/store\//, /^src\/connectors\/sql\//, /^scripts\/(verify|bench)/],
    caught: "import pg from 'pg';",
  },
  {
    what: 'Express outside src/http',
    pattern: /'express'/,
    except: [/^src\/http\//, /^scripts\/bench\//, /^client\/src\/express\.ts$/, /^scripts\/house\//],
    caught: "import express from 'express';",
  },
  {
    what: 'a drizzle transaction, which is not atomic on SQLite once it awaits',
    pattern: /\.transaction\(/,
    except: [],
    caught: 'await db.transaction(async (tx) => {',
  },
  {
    what: 'a change of an append-only table',
    pattern: new RegExp(`${changing('update')}|${changing('delete')}`),
    // An erasure empties entries that a recorded fact covers; the triggers let nothing else through.
    except: [/^src\/ledger\/erasure\/erasure-queries\.ts$/],
    caught: 'await db.delete(tables.entries);',
  },
  {
    what: 'raw HTML',
    pattern: /\bdangerouslySetInnerHTML\b/,
    except: [],
    caught: '<p dangerouslySetInnerHTML={{ __html: text }} />',
  },
  {
    what: 'a lint or type rule switched off',
    pattern: /@ts-(ignore|nocheck|expect-error)|biome-ignore/,
    /**
     * The evaluation takes the four words of its question in their fixed order; Express knows an error handler by its
     * four parameters.
     */
    except: [/^src\/evaluation\/evaluate\.ts$/, /^src\/http\/app\.ts$/],
    caught: '// @ts-ignore',
  },
];

/** The strict content policy forbids these on pages, so the browser would drop them without a word. */
export const forbiddenOnPages: readonly Forbidden[] = [
  { what: 'inline style', pattern: /\sstyle=/, except: [], caught: '<p style="color: red">' },
  { what: 'an inline event handler', pattern: /\son[a-zA-Z]+=/, except: [], caught: '<button onClick={send}>' },
  {
    what: 'a link that is neither relative nor https',
    pattern: /\b(href|src|action)=\{?['"\x60](?!https:\/\/|\/(?!\/)|[#?.]|[\w-]+(?:['"\x60/?#]|\.\w)|\$\{|mailto:)/,
    except: [],
    caught: '<a href="javascript:alert(1)">',
  },
];
