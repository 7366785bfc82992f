/**
 * `npm run gate`: a gate before a model as a process of its own, which asks a Candor somewhere else.
 * Flow:    environment → here → src/gate, which asks CANDOR_URL and calls CANDOR_GATE_UPSTREAM.
 * Promise: stops on SIGTERM or SIGINT after what is under way, and reports how it ended. The token for Candor is read
 *          anew when its file changes, since no token lives longer than a day.
 * Source:  docs/gate.md.
 */
import { once } from 'node:events';
import { createClient } from '../client/src/client.ts';
import { urlAt } from '../src/address.ts';
import { readGateConfig } from '../src/config.ts';
import { fileText } from '../src/gate/file-text.ts';
import { askingOfGate, openGate } from '../src/gate/gate.ts';
import { createLog } from '../src/http/log.ts';
import { createMetrics, createMetricsServer } from '../src/http/metrics.ts';
import { command } from './command-line/command.ts';

const HELP = `Starts a gate: a reverse proxy before an API in the form of OpenAI's, which asks Candor before each call goes on.

  npm run gate

  CANDOR_URL                      where Candor listens
  CANDOR_TOKEN_FILE               a file with a token for it (scope: use); may be replaced while the gate runs
  CANDOR_GATE_UPSTREAM            where calls go, such as https://api.openai.com/v1
  CANDOR_GATE_UPSTREAM_KEY_FILE   a file with the key that is wanted there
  CANDOR_GATE_TOKENS_FILE         a file with the tokens of those who may call the gate, one a line
  CANDOR_GATE_PORT, HOST          where it listens (8090, 127.0.0.1)

docs/gate.md has the rest. Where Candor runs on this machine, CANDOR_GATE_PORT with npm start is a gate in the service itself.
Exit: 0 stopped as asked · 1 could not start · 2 the configuration has faults, or the command cannot be understood.
`;

const DRAIN_MS = 10_000;

export const main = command({
  help: HELP,
  options: {},
  fault: { opening: 'The gate could not start: ' },
  async run() {
    const config = readGateConfig();
    if ('faults' in config) {
      process.stderr.write(`The configuration has faults:\n${config.faults.map((fault) => `  ${fault}\n`).join('')}`);
      return 2;
    }
    const log = createLog(config.logLevel);
    const metrics = config.metricsPort === undefined ? undefined : createMetrics();
    const token = fileText(config.candorTokenFile);
    token();
    const gate = await openGate({
      settings: config.settings,
      host: config.host,
      client: createClient({ ...askingOfGate, url: config.candorUrl, token }),
      log: {
        request: (line) => {
          log.request(line);
          metrics?.observe(line);
        },
        notice: (code) => log.notice(code),
      },
    });
    const monitor = metrics && createMetricsServer(metrics).listen(config.metricsPort, config.host);
    if (monitor !== undefined) await once(monitor, 'listening');
    process.stdout.write(`gate listening on ${urlAt(config.host, gate.port)}\n`);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    monitor?.close();
    metrics?.stop();
    await gate.stop(DRAIN_MS);
    return 0;
  },
});
