/**
 * The way to each connected system, for whoever works its tasks.
 * Flow:    service → here → work-tasks → connectors.
 * Promise: what few need is loaded only where a system is connected.
 * Source:  decision 0101.
 */
import type { Config } from '../config.ts';
import { addressRules } from '../connectors/public-address.ts';
import { secretsKept } from '../connectors/secret-file.ts';
import type { SystemWork } from '../connectors/system-work.ts';
import type { OpenHouse } from '../house.ts';
import type { AskedFor, WorkingTasks } from '../jobs/work-tasks.ts';
import { callerOfSystem } from '../ledger/batch.ts';
import { readNetwork } from '../network.ts';
import { isSignedByProcessor, newMaskingChance, sha256, signDelivery, uuidFor } from '../seal/seal.ts';
import { namedSystems } from './connected-maps.ts';

/** What the tasks are worked with; nothing where no system is connected. */
export async function tasksOf(
  config: Pick<Config, 'systemSecrets' | 'webhookNetworks'>,
  house: OpenHouse,
): Promise<WorkingTasks | undefined> {
  const { connected } = house;
  if (connected.length === 0) return undefined;
  const { sqlSystem } = await import('../connectors/sql/sql-system.ts');
  const { httpSystem } = await import('../connectors/http-system.ts');
  const { s3System } = await import('../connectors/s3/s3-system.ts');
  const { opendsrSystem } = await import('../connectors/opendsr/opendsr-system.ts');
  const secret = secretsKept((name) => house.keyring.credential(name), config.systemSecrets);
  const rules = addressRules(config.webhookNetworks.flatMap((text) => readNetwork(text) ?? []));
  const opendsr = {
    now: () => house.now(),
    isSigned: isSignedByProcessor,
    uuidFor,
    hash: (text: string) => Buffer.from(sha256(text)).toString('hex'),
  };
  const workOf = (key: string, request: AskedFor): SystemWork | undefined => {
    const found = connected.find(({ system }) => system.key === key);
    if (found === undefined || found.kind === 'manual') return undefined;
    if (found.kind === 'database') return sqlSystem({ plan: found.plan, secret, chance: newMaskingChance });
    if (found.kind === 's3') return s3System({ system: found.system, secret, rules });
    if (found.kind === 'opendsr') return opendsrSystem({ system: found.system, request, secret, rules, ...opendsr });
    const { system } = found;
    return httpSystem({ system, request: request.id, secret, rules, now: () => house.now(), sign: signDelivery });
  };
  return {
    house,
    systems: namedSystems(connected),
    workOf,
    sender: { caller: callerOfSystem, requestId: 'house' },
    isAlone: house.store.dialect === 'sqlite',
  };
}
