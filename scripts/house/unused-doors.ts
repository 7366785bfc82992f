/**
 * Permissions of the table of doors that no import needs.
 * Flow:    test/house/doors.ts of a checkout and its imports → here → figures.ts, test/house.
 * Promise: a door counts as used only where an import would be refused without it; `*` is never counted.
 */
import { roomOf, type Source } from './sources.ts';

interface Door {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}
export interface Doors {
  readonly doors: Readonly<Record<string, Door>>;
  readonly OPEN_TO_ALL: Door;
}

interface Wanted {
  readonly room: string;
  readonly typeOnly: boolean;
}

export function unusedDoors({ doors, OPEN_TO_ALL }: Doors, house: readonly Source[]): readonly string[] {
  return Object.entries(doors).flatMap(([room, door]) => {
    const own = house.filter((source) => source.room === room);
    if (own.length === 0) return [`${room}: the room does not exist`];
    const open = room === 'scripts/verify' ? { rooms: [] } : OPEN_TO_ALL;
    const imports = own.flatMap((source) => source.imports);
    const wanted = imports
      .filter(({ local }) => local)
      .map(({ of, typeOnly }) => ({ room: roomOf(of), typeOnly }))
      .filter((each) => each.room !== room && !lets(open, each));
    const packages = imports.filter(({ local }) => !local).map(({ of }) => of);
    return unusedOf(door, wanted, packages).map((what) => `${room} → ${what}`);
  });
}

function unusedOf(door: Door, wanted: readonly Wanted[], packages: readonly string[]): readonly string[] {
  const types = (door.types ?? []).filter((to) => !wanted.some((each) => each.room === to && each.typeOnly));
  // Where types may pass anyway, a whole door is used by values alone.
  const rooms = door.rooms.filter(
    (to) => to !== '*' && !wanted.some((each) => each.room === to && !lets({ rooms: [], ...typesOf(door) }, each)),
  );
  return [
    ...rooms,
    ...types.map((to) => `${to} (types)`),
    ...(door.packages ?? []).filter((name) => name !== '*' && !packages.some((of) => isOf(name, of))),
  ];
}

const typesOf = ({ types }: Door): Pick<Door, 'types'> => (types === undefined ? {} : { types });

const lets = (door: Door, { room, typeOnly }: Wanted): boolean =>
  door.rooms.includes(room) || (typeOnly && (door.types ?? []).includes(room));

/** Cryptography has a permission of its own. */
const CRYPTOGRAPHY = ['node', 'crypto'].join(':');
const isOf = (name: string, of: string): boolean =>
  name === of || (name === 'node:*' && of.startsWith('node:') && of !== CRYPTOGRAPHY);
