/**
 * What stands under deploy holds to what docs/deploying.md says of it. The programs that these files are written for
 * judge them in test/prove/deploy-tools.test.ts.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { settings } from '../../scripts/settings/table.ts';
import { readConfig } from '../../src/config.ts';
import { root } from '../../src/root.ts';

const text = (path: string): string => readFileSync(join(root, 'deploy', path), 'utf8');
const files = readdirSync(join(root, 'deploy'), { recursive: true, encoding: 'utf8' });

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly stop_grace_period?: string;
}
interface Composition {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
  readonly secrets: object;
}
const composition = (path: string): Composition => parse(text(path), { merge: true }) as Composition;

describe('every file', () => {
  it.each(files.filter((path) => path.endsWith('.yaml') && !path.includes('templates')))(
    '%s is YAML without faults',
    (path) => {
      for (const document of parseAllDocuments(text(path), { merge: true }))
        expect([
          ...('errors' in document ? document.errors : []),
          ...('warnings' in document ? document.warnings : []),
        ]).toEqual([]);
    },
  );

  it('no digest of an image is made up, and every image may be named by whoever deploys', () => {
    for (const path of files.filter((name) => /\.yaml$|Dockerfile$/.test(name)))
      expect(text(path)).not.toMatch(/sha256:[0-9a-f]{6}/);
    for (const path of ['compose.yaml', 'compose.postgres.yaml'])
      for (const { image } of Object.values(composition(path).services))
        expect(image).toMatch(/^\$\{[A-Z]+_IMAGE:-[\w./:-]+\}$/);
    expect(text('Dockerfile')).toMatch(/^ARG NODE_IMAGE=/m);
  });

  it('every setting that one of them names is one that the service reads', () => {
    const known = new Set<string>(settings.map(({ name }) => name));
    for (const path of files.filter((name) => /\.(?:yaml|service|env\.example|tpl)$|Dockerfile$/.test(name)))
      for (const [name] of text(path).matchAll(
        /\bCANDOR_[A-Z_]+\b|\b(?:METRICS_PORT|LOG_LEVEL|KEYSTORE_URL|DATABASE_URL|SMTP_URL)\b/g,
      ))
        if (!['CANDOR_IMAGE', 'CANDOR_HOST', 'CANDOR_NODES'].includes(name))
          expect([path, name, known.has(name)]).toEqual([path, name, true]);
  });
});

describe('a node of Candor in a composition', () => {
  const nodes = ['compose.yaml', 'compose.postgres.yaml'].flatMap((path) =>
    Object.entries(composition(path).services)
      .filter(([name]) => name.startsWith('candor'))
      .map(([name, service]) => ({ name: `${name} of ${path}`, service })),
  );

  it.each(nodes)(
    '$name is nobody’s root, writes to its volumes only, and has its mark on one of its own',
    ({ service }) => {
      expect(service).toMatchObject({
        user: '10001:10001',
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        secrets: ['candor-master-key'],
        stop_grace_period: '20s',
      });
      const { environment = {}, volumes = [] } = service;
      const config = readConfig(environment);
      expect(config).not.toHaveProperty('faults');
      const places = volumes.map((volume) => volume.split(':'));
      expect(places.map(([, at]) => at)).toEqual([environment['CANDOR_DATA_DIR'], environment['CANDOR_WITNESS_DIR']]);
      expect(new Set(places.map(([from]) => from)).size).toBe(2);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    },
  );

  it('two nodes share nothing but the key and the database, and a monitor is asked for by its profile', () => {
    const { services, volumes, secrets } = composition('compose.postgres.yaml');
    const used = Object.values(services).flatMap((service) => service.volumes ?? []);
    const named = used.map((volume) => volume.split(':')[0] ?? '').filter((name) => !name.startsWith('.'));
    expect(new Set(named).size).toBe(named.length);
    expect([...named].sort()).toEqual(Object.keys(volumes).sort());
    expect(new Set(Object.values(services).flatMap((service) => service.secrets ?? []))).toEqual(
      new Set(Object.keys(secrets)),
    );
    for (const name of ['prometheus', 'grafana']) expect(services[name]?.profiles).toEqual(['monitoring']);
  });
});

describe('values of the chart', () => {
  const validator = new Validator(JSON.parse(text('helm/candor/values.schema.json')) as Schema, '7');
  const values = parse(text('helm/candor/values.yaml')) as Record<string, object>;
  const least = {
    ...values,
    settings: {
      CANDOR_BASE_URL: 'https://privacy.example.com',
      CANDOR_ORIGIN: 'privacy.example.com',
      CANDOR_TRUSTED_PROXIES: '10.0.0.0/8',
    },
  };
  const isTaken = (changed: object): boolean => validator.validate({ ...least, ...changed }).valid;

  it('the usual ones fit their schema, and so does every setting with its default or example', () => {
    expect(validator.validate(values)).toMatchObject({ valid: true });
    const given = settings
      .filter(({ isSecret, isOfThePlace }) => !isSecret && isOfThePlace !== true)
      .flatMap(({ name, fallback, example, shape }) => {
        const value = fallback ?? example;
        return value === undefined ? [] : [[name, shape.type === 'integer' ? Number(value) : value]];
      });
    expect(
      validator.validate({ ...values, settings: { ...least.settings, ...Object.fromEntries(given) } }),
    ).toMatchObject({ valid: true });
  });

  it.each([
    ['a setting that does not exist', { settings: { ...least.settings, CANDOR_PORT: '1' } }],
    ['a password in values', { settings: { ...least.settings, DATABASE_URL: 'postgres://a:b@c/d' } }],
    ['a value that the service would refuse', { settings: { ...least.settings, LOG_LEVEL: 'loud' } }],
    ['a digest that is none', { image: { repository: 'candor', digest: 'latest' } }],
    ['no node at all', { replicas: 0 }],
    ['a value that nobody reads', { replica: 1 }],
    ['an ingress without a certificate', { ingress: { enabled: true, host: 'privacy.example.com' } }],
  ])('%s is refused', (_, changed) => expect(isTaken(changed)).toBe(false));

  it('everything that a template asks for is in the values', () => {
    const templates = files.filter((path) => path.startsWith('helm/candor/templates/'));
    expect(templates.length).toBeGreaterThan(5);
    for (const path of templates)
      for (const [, asked = ''] of text(path).matchAll(/\.Values\.([\w.]+)/g)) {
        const found = asked
          .split('.')
          .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], values);
        expect([path, asked, found !== undefined]).toEqual([path, asked, true]);
      }
  });
});
