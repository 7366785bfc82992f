/**
 * Resolves the inner imports of drizzle-orm without Node's usual look at its package.json, which is 179 kB long and is
 * parsed anew for each of its hundreds of modules: 0.7 s and 150 MB of every start.
 * Flow:    run.mjs → here, before anything is imported.
 * Promise: only relative imports inside that package, all of which are ES modules; everything else goes Node's way.
 */
// The whole module and not the one name: an old Node would refuse the name before it could say that it is too old.
import nodeModule from 'node:module';

const HEAVY = '/node_modules/drizzle-orm/';

nodeModule.registerHooks({
  resolve(specifier, context, next) {
    const isInner =
      specifier.startsWith('.') && context.parentURL?.includes(HEAVY) === true && context.conditions.includes('import');
    return isInner
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context);
  },
});
