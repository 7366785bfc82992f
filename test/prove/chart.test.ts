/**
 * The chart as a cluster gets it: rendered, and every manifest read by kubectl into the types of Kubernetes and written
 * out again, where a member that no type has would be gone.
 * Source:  docs/deploying.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Manifest, rendered, renderer } from '../given/chart/rendered.ts';
import { hasTool, runTool } from '../given/tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-manifests-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = {
  CANDOR_BASE_URL: 'https://privacy.example.com',
  CANDOR_ORIGIN: 'privacy.example.com',
  CANDOR_TRUSTED_PROXIES: '10.0.0.0/8',
  CANDOR_CONTACT: 'Example Bank; privacy@example.com; "1 Main Street": Berlin',
};
const one = { settings };
const several = {
  settings: { ...settings, LOG_LEVEL: 'warn' },
  replicas: 3,
  image: { repository: 'registry.example.com/candor', digest: `sha256:${'0'.repeat(64)}` },
  imagePullSecrets: [{ name: 'pull' }],
  secrets: { database: { name: 'candor-database' }, smtp: { name: 'candor-mail', key: 'url' } },
  ingress: {
    enabled: true,
    className: 'nginx',
    host: 'privacy.example.com',
    tlsSecret: 'privacy-tls',
    annotations: { a: 'b' },
  },
  storage: { data: { size: '50Gi', storageClassName: 'fast' }, witness: { size: '1Gi', storageClassName: 'other' } },
  tolerations: [{ key: 'dedicated', operator: 'Exists' }],
  nodeSelector: { disk: 'ssd' },
  podAnnotations: { team: 'privacy' },
};
if (renderer === undefined)
  process.stderr.write('\n!!! neither helm nor go with sprig: the chart is SKIPPED and not shown.\n\n');
else
  process.stdout.write(
    `the chart is rendered by ${renderer === 'helm' ? 'helm' : "Go's templates with Sprig, not by helm"}\n`,
  );

const of = (manifests: readonly Manifest[], kind: string): Manifest => {
  const found = manifests.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
/** Without what a reader adds where nothing is said. */
const plain = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(plain)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name, held]) => !['status', 'creationTimestamp'].includes(name) && JSON.stringify(held) !== '{}')
            .map(([name, held]) => [name, plain(held)]),
        )
      : value;

describe.skipIf(renderer === undefined)('the chart', () => {
  it.skipIf(!hasTool('kubectl', 'version', '--client'))('is what Kubernetes knows, member by member', () => {
    for (const [name, values] of Object.entries({ one, several })) {
      for (const manifest of rendered(values)) {
        const file = join(folder, `${name}-${manifest.kind}-${manifest.metadata.name}.json`);
        writeFileSync(file, JSON.stringify(manifest));
        const { code, said } = runTool('kubectl', 'annotate', '--local', '-f', file, 'candor/read=yes', '-o', 'json');
        expect([code, said]).toEqual([0, expect.stringContaining('candor/read')]);
        const read = JSON.parse(said) as { metadata: { annotations: Record<string, string> } };
        delete read.metadata.annotations['candor/read'];
        expect(plain(read)).toEqual(plain(manifest));
      }
    }
  });

  it('one node: SQLite, no budget, settings and places as the service reads them', () => {
    const manifests = rendered(one);
    expect(manifests.map(({ kind }) => kind).sort()).toEqual(['NetworkPolicy', 'Service', 'Service', 'StatefulSet']);
    const { template, replicas, volumeClaimTemplates } = of(manifests, 'StatefulSet').spec;
    const [container] = template.spec.containers;
    const env = Object.fromEntries(
      container.env.map(({ name, value }: { name: string; value: string }) => [name, value]),
    );
    expect(replicas).toBe(1);
    expect(env).toMatchObject(settings);
    expect(env).not.toHaveProperty('DATABASE_URL');
    expect(template.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10_001 },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
      expect(container[probe].httpGet.httpHeaders).toEqual([{ name: 'Host', value: '127.0.0.1' }]);
    expect(volumeClaimTemplates.map(({ metadata }: Manifest) => metadata.name)).toEqual(['data', 'witness']);
    expect(env['CANDOR_WITNESS_DIR'].startsWith(env['CANDOR_DATA_DIR'])).toBe(false);
  });

  it('several nodes: a budget, an ingress with its certificate, secrets by reference and nowhere in clear', () => {
    const manifests = rendered(several);
    expect(of(manifests, 'PodDisruptionBudget').spec.maxUnavailable).toBe(1);
    expect(of(manifests, 'Ingress').spec.tls).toEqual([{ hosts: ['privacy.example.com'], secretName: 'privacy-tls' }]);
    const [container] = of(manifests, 'StatefulSet').spec.template.spec.containers;
    const references = container.env.filter(({ valueFrom }: { valueFrom?: object }) => valueFrom !== undefined);
    expect(references).toEqual([
      { name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'candor-database', key: 'url' } } },
      { name: 'SMTP_URL', valueFrom: { secretKeyRef: { name: 'candor-mail', key: 'url' } } },
    ]);
    expect(container.image).toBe(`registry.example.com/candor@sha256:${'0'.repeat(64)}`);
    const policy = of(manifests, 'NetworkPolicy').spec;
    expect(policy.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(policy.ingress[0].from).toEqual([
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } },
    ]);
  });

  it('refuses several nodes without a database, and settings that are missing, in a sentence', () => {
    expect(() => rendered({ ...one, replicas: 2 })).toThrow(/More than one node needs a database/);
    expect(() => rendered({})).toThrow(/Set settings\.CANDOR_(?:BASE_URL|ORIGIN|TRUSTED_PROXIES)/);
  });
});
