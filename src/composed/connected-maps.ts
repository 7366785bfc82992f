/**
 * Which systems are connected: the data maps that the service was given.
 * Flow:    house → here → systems/read-maps.
 * Promise: maps with a fault start nothing; what reads them is loaded only where there are some.
 * Source:  decision 0101.
 */
import type { Config } from '../config.ts';
import type { ConnectedSystem } from '../systems/read-maps.ts';

/** Nothing where no folder of maps is named. */
export async function connectedSystems({ dataMaps }: Pick<Config, 'dataMaps'>): Promise<readonly ConnectedSystem[]> {
  if (dataMaps === undefined) return [];
  const { readMaps } = await import('../systems/read-maps.ts');
  const { systems, faults } = readMaps(dataMaps);
  if (faults.length > 0)
    throw new Error(
      `The data maps (CANDOR_DATA_MAPS) have faults, see npm run data-map -- plan:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  return systems;
}

export const namedSystems = (connected: readonly ConnectedSystem[]) =>
  connected.map(({ system: { key, name, kind } }) => ({ key, name, kind }));
