import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskedValue } from '../../src/systems/masks.ts';
import { readMaps } from '../../src/systems/read-maps.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-maps-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const shop = `systems:
  - { key: shop, name: Shop, kind: postgresql, read: shop-read, erase: shop-erase, datasets: [shop] }
`;
const mapOf = (collections: string): string => `dataset:\n  - fides_key: shop\n    collections:\n${collections}`;
const people = `      - name: people
        fields:
          - { name: id, fides_meta: { primary_key: True } }
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email } }
`;
/** A collection that refers to others. */
const referring = (name: string, ...references: readonly string[]): string =>
  `      - name: ${name}\n        fields:\n          - { name: id, fides_meta: { primary_key: True } }\n${references
    .map((to) => {
      const [field = '', target = '', direction] = to.split(' ');
      const way = direction === undefined ? '' : `, direction: ${direction}`;
      return `          - { name: ${field}, fides_meta: { references: [{ dataset: shop, field: ${target}${way} }] } }\n`;
    })
    .join('')}`;

async function read(map: string, systems = shop) {
  await writeFile(join(folder, 'systems.yaml'), systems);
  await writeFile(join(folder, 'shop.yml'), map);
  return readMaps(folder);
}
const planIn = async (map: string, systems?: string) => {
  const { systems: all, faults } = await read(map, systems);
  const [first] = all;
  if (first?.kind !== 'database') throw new Error(faults.join('\n'));
  return first.plan;
};

describe('a map that does not hold together', () => {
  const faults: readonly (readonly [string, string, RegExp])[] = [
    ['a collection that nothing leads to', people + referring('lonely'), /lonely: nothing leads here from an identity/],
    ['a field that is nowhere', people + referring('orders', 'person people.number from'), /no such field/],
    [
      'values that go round in a circle',
      people +
        referring('orders', 'person people.id from', 'bill bills.id from') +
        referring('bills', 'first orders.id from'),
      /values go round in a circle/,
    ],
    ['nobody to begin with', referring('orders'), /No field has an identity/],
    [
      'a name that nobody here has',
      people.replace('identity: email', 'identity: loyalty_card'),
      /nobody here is known by loyalty_card/,
    ],
    [
      'a way of masking that there is not',
      people.replace('identity: email', 'identity: email, masking_strategy_override: { strategy: shuffle }'),
      /there is no masking strategy shuffle/,
    ],
    [
      'a way of masking that can be undone',
      people.replace('identity: email', 'identity: email, masking_strategy_override: { strategy: aes_encrypt }'),
      /can be undone/,
    ],
  ];
  it.each(faults)('is refused for %s, in words', async (_, collections, words) => {
    const { systems, faults: told } = await read(mapOf(collections));
    expect(systems).toEqual([]);
    expect(told.join('\n')).toMatch(words);
  });

  it('is refused where none of two can be deleted before the other', async () => {
    const both = people.replace(
      '{ name: id,',
      '{ name: home, fides_meta: { references: [{ dataset: shop, field: homes.id, direction: to }] } }\n          - { name: id,',
    );
    const map = mapOf(both + referring('homes', 'owner people.id from'));
    const told = await read(map, shop.replace('[shop] }', '[shop], delete: [people, homes] }'));
    expect(told.faults.join()).toMatch(/none of them can be deleted before the other/);
  });

  it('tells every fault of every file at once, with the file in front', async () => {
    const { faults: told } = await read('dataset: [{ collections: 5 }]', 'systems: [{ key: Shop, kind: postgresql }]');
    expect(told.join('\n')).toMatch(/systems\.yaml: systems\.0\.key: must be small letters/);
    expect(told.join('\n')).toMatch(/shop\.yml: dataset\.0\.fides_key/);
    expect((await read('dataset: [}')).faults.join()).toMatch(/shop\.yml: this is no YAML \(line 1\)/);
  });

  it('says that a reference into another system is not followed', async () => {
    const { notes, faults: told } = await read(
      mapOf(people + referring('orders', 'person people.id from')).replace(
        'dataset: shop, field: people.id',
        'dataset: crm, field: people.id',
      ),
    );
    expect(notes.join()).toMatch(/is in no dataset of this system/);
    expect(told.join()).toMatch(/orders: nothing leads here/);
  });
});

describe('a plan', () => {
  it('reads each collection after those that lead to it, whatever their order in the file', async () => {
    const map = mapOf(
      referring('lines', 'order orders.id from') + referring('orders', 'person people.id from') + people,
    );
    const { reads } = await planIn(map);
    expect(reads.map(({ collection }) => collection)).toEqual(['people', 'orders', 'lines']);
  });

  it('takes a reference without a direction from whichever end is reached first', async () => {
    const { reads } = await planIn(
      mapOf(people + referring('orders', 'person people.id', 'parcel parcels.id') + referring('parcels')),
    );
    expect(reads.map(({ collection }) => collection)).toEqual(['people', 'orders', 'parcels']);
    expect(reads[2]?.by).toEqual([{ field: 'id', values: { collection: 'orders', field: 'parcel' }, isUp: true }]);
  });

  it('deletes what refers before what it refers to, and lets go of rows that are deleted', async () => {
    const { erasures } = await planIn(
      mapOf(people + referring('orders', 'person people.id from') + referring('lines', 'order orders.id from')),
      shop.replace('[shop] }', '[shop], delete: [people, orders] }'),
    );
    expect(erasures).toEqual([
      { collection: 'lines', how: 'mask', masks: [{ field: 'order', mask: { strategy: 'null_rewrite' } }] },
      { collection: 'orders', how: 'delete' },
      { collection: 'people', how: 'delete' },
    ]);
  });

  it('keeps what systems.yaml keeps, with its reason', async () => {
    const { erasures, kept } = await planIn(
      mapOf(people),
      shop.replace('[shop] }', '[shop], keep: { people: tax law } }'),
    );
    expect([erasures, kept]).toEqual([[], [{ collection: 'people', reason: 'tax law' }]]);
  });

  it('masks an identity though no category says that it is about a person', async () => {
    const { erasures } = await planIn(mapOf(people.replace('user.contact.email', 'system.operations')));
    expect(erasures).toHaveLength(1);
  });
});

describe('a masked value', () => {
  let drawn = 0;
  const chance = {
    below(below: number) {
      drawn += 1;
      return drawn % below;
    },
    hash: () => 'f'.repeat(64),
  };

  it('has the form of what it stands for, and an address leads nowhere', () => {
    expect(maskedValue({ strategy: 'random_same_form' }, 'Zoë-12 B', chance)).toMatch(/^[A-Z][a-z]{2}-\d\d [A-Z]$/);
    expect(maskedValue({ strategy: 'random_same_form' }, 'ann.lee@shop.example', chance)).toMatch(
      /^[a-z]{3}\.[a-z]{3}@masked\.invalid$/,
    );
  });

  it('stays empty where nothing stood', () => {
    expect(maskedValue({ strategy: 'hash' }, null, chance)).toBeNull();
    expect(maskedValue({ strategy: 'string_rewrite', value: 'x' }, undefined, chance)).toBeNull();
  });
});
