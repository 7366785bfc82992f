import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Import } from '../../scripts/house/scanner.ts';
import { type Door, doors, OPEN_TO_ALL } from './doors.ts';
import { roomOf, root, type Source, sourceOf, sources } from './sources.ts';

const rooms = [...new Set(sources.map((source) => source.room))].sort();

describe('doors between rooms', () => {
  it.each(rooms)('%s is a room with a door of its own', (room) => expect(doors).toHaveProperty([room]));

  it.each(rooms)('%s imports only what its door lets in', (room) => {
    expect(sources.filter((source) => source.room === room).flatMap(trespasses)).toEqual([]);
  });

  it('an import names a file that exists, with its ending', () => {
    const lost = sources.flatMap(({ path, imports }) =>
      imports.filter(({ of, local }) => local && !existsSync(join(root, of))).map(({ of }) => `${path} → ${of}`),
    );
    expect(lost).toEqual([]);
  });

  it('a file is named for what it holds, not for being left over', () => {
    expect(
      sources
        .map(({ path }) => path)
        .filter((path) => /(^|\/)(utils?|helpers?|common|misc|types|shared|lib)(\.tsx?$|\/)/.test(path)),
    ).toEqual([]);
  });
});

describe('the scanner behind it', () => {
  const found = (text: string) =>
    sourceOf('src/views/a.ts', text).imports.map(({ of, typeOnly }) => `${typeOnly ? 'type ' : ''}${of}`);

  it.each([
    ["import { a } from '../store/store.ts';", ['src/store/store.ts']],
    ["import type { A } from '../store/store.ts';", ['type src/store/store.ts']],
    ["import {\n  a,\n  type B,\n} from 'drizzle-orm/pg-core';", ['drizzle-orm']],
    ['import \'./side.ts\';\nexport { x } from "./x.ts";', ['src/views/side.ts', 'src/views/x.ts']],
    ["const a = await import('node:fs');", ['node:fs']],
    ["// import 'pg';\n/* import 'pg'; */", []],
  ])('reads %j', (text, imports) => expect(found(text)).toEqual(imports));

  it('a forbidden door is caught, and a type may pass where only types may', () => {
    const into = (text: string) => trespasses(sourceOf('src/pages/a.tsx', text));
    expect(into("import { may } from '../answers/use/may.ts';")).toEqual([
      'src/pages/a.tsx imports src/answers/use/may.ts',
    ]);
    expect(into("import type { May } from '../answers/use/may.ts';")).toEqual([]);
    expect(into("import { createHash } from 'node:crypto';")).toEqual(['src/pages/a.tsx imports node:crypto']);
  });
});

function trespasses(source: Source): string[] {
  const own = doors[source.room] ?? { rooms: [] };
  const open = source.room === 'scripts/verify' ? [own] : [own, OPEN_TO_ALL];
  return source.imports
    .filter((wanted) => !open.some((door) => lets(door, wanted, source.room)))
    .map(({ of }) => `${source.path} imports ${of}`);
}

function lets(door: Door, wanted: Import, from: string): boolean {
  if (!wanted.local) return letsPackage(door.packages ?? [], wanted.of);
  const room = roomOf(wanted.of);
  if (room === from) return true;
  const known =
    room in doors && (room !== 'src/house.ts' || ['scripts', 'src/service.ts'].includes(from) || wanted.typeOnly);
  return (
    known &&
    (door.rooms.includes('*') || door.rooms.includes(room) || (wanted.typeOnly && (door.types ?? []).includes(room)))
  );
}

function letsPackage(packages: readonly string[], wanted: string): boolean {
  return (
    packages.includes(wanted) ||
    packages.includes('*') ||
    (packages.includes('node:*') && wanted.startsWith('node:') && wanted !== 'node:crypto')
  );
}
