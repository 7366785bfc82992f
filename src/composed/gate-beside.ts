/**
 * A gate in the same process as the service.
 * Flow:    service → here → gate, which asks the service over HTTP as every other does.
 * Promise: its token is made here, lives ten minutes, has the scope `use` and nothing else, and never leaves this
 *          machine. Where an outside issuer makes tokens, one of its own is read from a file.
 */
import { createClient } from '../../client/src/client.ts';
import { localUrl } from '../address.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { fileText } from '../gate/file-text.ts';
import { askingOfGate, type Gate, openGate } from '../gate/gate.ts';
import type { ServiceLog } from '../http/log.ts';
import type { Metrics } from '../http/metrics.ts';

interface Beside {
  readonly port: number;
  token(wish: { readonly sub: string; readonly scope: string; readonly ttl: number }): Promise<string>;
  readonly clock: Clock;
  readonly log: ServiceLog;
  readonly metrics: Metrics | undefined;
}

const LIFE_SECONDS = 600;

/** Undefined where none is configured. */
export async function gateBeside(config: Config, beside: Beside): Promise<Gate | undefined> {
  const { gate, gateTokenFile, host } = config;
  if (gate === undefined) return undefined;
  const { log, metrics } = beside;
  const token = gateTokenFile === undefined ? renewing(beside) : fileText(gateTokenFile);
  const client = createClient({ ...askingOfGate, url: localUrl(host, beside.port), token });
  return openGate({
    settings: gate,
    host,
    client,
    log: {
      request: (line) => {
        log.request(line);
        metrics?.observe(line);
      },
      notice: (code) => log.notice(code),
    },
  });
}

/** Made anew at half of its life, also where a clock was set back. */
function renewing({ token, clock }: Beside): () => Promise<string> {
  let kept: { readonly at: number; readonly token: Promise<string> } | undefined;
  return () => {
    const now = clock.now();
    if (kept === undefined || Math.abs(now - kept.at) > LIFE_SECONDS * 500)
      kept = { at: now, token: token({ sub: 'gate', scope: 'use', ttl: LIFE_SECONDS }) };
    return kept.token;
  };
}
