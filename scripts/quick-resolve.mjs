/**
 * Shortens what Node does to find and load modules of two packages: most of a second of every start.
 * drizzle-orm: its inner imports are resolved without the usual look at its package.json, which is 179 kB long and is
 * parsed anew for each of its hundreds of modules (0.7 s and 150 MB). zod: its languages are left out, because
 * what zod would say in them is said by nobody here (a quarter of the start of a token).
 * Flow:    run.mjs → here, before anything is imported.
 * Promise: only relative imports inside these two, all of which are ES modules; everything else goes Node's way.
 */
// The whole module and not the one name: an old Node would refuse the name before it could say that it is too old.
import nodeModule from 'node:module';

const HEAVY = '/node_modules/drizzle-orm/';
const SPEAKING = '/node_modules/zod/';
const LANGUAGES = '../locales/index.js';

/** The address of a module that need not be looked for. */
function known(specifier, { parentURL = '', conditions }) {
  if (!conditions.includes('import')) return undefined;
  if (specifier === LANGUAGES && parentURL.includes(SPEAKING)) return new URL('../locales/en.js', parentURL).href;
  return specifier.startsWith('.') && parentURL.includes(HEAVY) ? new URL(specifier, parentURL).href : undefined;
}

nodeModule.registerHooks({
  resolve(specifier, context, next) {
    const url = known(specifier, context);
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
  },
});
