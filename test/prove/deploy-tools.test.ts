/**
 * Every file under deploy as the program reads it that it is written for.
 * Source:  docs/deploying.md ("What was run by the real tool").
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { hasTool, runTool } from '../given/tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-tools-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const deploy = (...parts: readonly string[]): string => join(root, 'deploy', ...parts);
const text = (...parts: readonly string[]): string => readFileSync(deploy(...parts), 'utf8');

describe('systemd', () => {
  const tree = join(folder, 'machine');
  const unit = join(tree, 'etc/systemd/system/candor.service');
  /** A machine as the unit expects it: the program that it starts, and the targets that it names. */
  const laid = (): void => {
    for (const path of ['etc/systemd/system', 'usr/bin', 'usr/lib/systemd/system'])
      mkdirSync(join(tree, path), { recursive: true });
    copyFileSync(deploy('systemd/candor.service'), unit);
    writeFileSync(join(tree, 'usr/bin/node'), '');
    chmodSync(join(tree, 'usr/bin/node'), 0o755);
    execFileSync('cp', ['-R', '/usr/lib/systemd/system/.', join(tree, 'usr/lib/systemd/system')]);
  };

  it.skipIf(!hasTool('systemd-analyze'))('takes the unit, says nothing against it, and finds it shut in', () => {
    laid();
    const verified = runTool('systemd-analyze', 'verify', '--root', tree, '--man=no', 'candor.service');
    expect([verified.code, verified.said.split('\n').filter((line) => line.includes('candor'))]).toEqual([0, []]);
    const judged = runTool(
      'systemd-analyze',
      'security',
      '--offline=true',
      '--threshold=20',
      '--root',
      tree,
      'candor.service',
    );
    const [, exposure = ''] = /Overall exposure level for candor\.service: ([\d.]+)/.exec(judged.said) ?? [];
    process.stdout.write(`systemd-analyze security: exposure ${exposure}\n`);
    expect(Number(exposure)).toBeLessThanOrEqual(2);
    expect(judged.code).toBe(0);
  });
});

describe('proxies', () => {
  it.skipIf(!hasTool('caddy', 'version'))('Caddy takes its file, with one node and with two', () => {
    for (const nodes of ['127.0.0.1:8080', 'candor-a:8080 candor-b:8080']) {
      const words = ['validate', '--adapter', 'caddyfile', '--config', deploy('proxy/Caddyfile')];
      const env = { ...process.env, HOME: folder, CANDOR_HOST: 'privacy.example.com', CANDOR_NODES: nodes };
      const said = execFileSync('caddy', words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
      expect(said).toContain('Valid configuration');
    }
    const tidy = runTool('caddy', 'fmt', deploy('proxy/Caddyfile'));
    expect(tidy.said).toBe(text('proxy/Caddyfile'));
  });

  it.skipIf(!hasTool('nginx', '-v') || !hasTool('openssl', 'version'))('nginx takes its file', () => {
    const place = join(folder, 'nginx');
    mkdirSync(place);
    const [certificate, key] = [join(place, 'fullchain.pem'), join(place, 'privkey.pem')];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=privacy.example.com'];
    execFileSync('openssl', [...made, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    const servers = text('proxy/nginx.conf')
      .replaceAll('include candor-proxy.conf', `include ${deploy('proxy/candor-proxy.conf')}`)
      .replace('/etc/ssl/candor/fullchain.pem', certificate)
      .replace('/etc/ssl/candor/privkey.pem', key);
    const whole = join(place, 'nginx.conf');
    writeFileSync(whole, `pid ${join(place, 'pid')};\nerror_log stderr;\nevents {}\nhttp {\n${servers}\n}\n`);
    expect(runTool('nginx', '-t', '-p', place, '-c', whole)).toEqual({
      code: 0,
      said: expect.stringContaining('test is successful'),
    });
  });
});

describe('compositions', () => {
  it.skipIf(!hasTool('docker-compose'))('docker-compose takes both, with the profile of a monitor', () => {
    const secrets = join(folder, 'compose', 'secrets');
    mkdirSync(secrets, { recursive: true });
    for (const name of ['candor.env', 'master.key', 'postgres.password', 'grafana.password'])
      writeFileSync(join(secrets, name), '');
    for (const name of ['compose.yaml', 'compose.postgres.yaml'])
      copyFileSync(deploy(name), join(folder, 'compose', name));
    for (const words of [
      ['compose.yaml'],
      ['compose.postgres.yaml'],
      ['compose.postgres.yaml', '--profile', 'monitoring'],
    ]) {
      const [name = '', ...more] = words;
      const asked = ['-f', join(folder, 'compose', name), ...more, 'config'];
      const env = { ...process.env, CANDOR_HOST: 'privacy.example.com' };
      const said = execFileSync('docker-compose', asked, { env, encoding: 'utf8' });
      expect(said.match(/read_only: true/g)?.length).toBeGreaterThan(0);
    }
  });
});
