/**
 * The gate as a process of its own, for the row that holds it against a bare proxy.
 * Flow:    child-process → here → src/gate, before the Candor and the model that the row names.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '../../../client/src/client.ts';
import { openGate } from '../../../src/gate/gate.ts';

/** Speed is measured here and not patience: a busy machine may make Candor late, and a refusal would end the row. */
const patient = { timeoutMs: 30_000, deadlineMs: 60_000 };

const [folder = '', candor = '', token = '', upstream = ''] = process.argv.slice(2);
const [own, tokensFile] = ['t'.repeat(32), join(folder, 'tokens')];
writeFileSync(tokensFile, own);
const gate = await openGate({
  settings: {
    port: 0,
    upstream: new URL(`http://127.0.0.1:${upstream}/v1`),
    upstreamKeyFile: undefined,
    tokensFile,
    paths: ['chat/completions'],
    forwardsCredentials: false,
    mostBytes: 2 ** 20,
    keepAliveMs: 90_000,
  },
  host: '127.0.0.1',
  client: createClient({ ...patient, url: `http://127.0.0.1:${candor}`, token }),
  log: { request: () => undefined, notice: () => undefined },
});
process.stdout.write(`${JSON.stringify({ port: gate.port, token: own })}\n`);
process.stdin.on('end', () => void gate.stop(0)).resume();
