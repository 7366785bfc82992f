/**
 * Asks for the public register, and for one AI system in it.
 * Flow:    http → here → ports/reads (registry), register.ts.
 * Promise: what is in force now, and nothing about anybody.
 * Source:  docs/law.md 9.
 */
import type { Reads } from '../../ports/reads.ts';
import { readerOf } from '../reader.ts';
import { publishedNow } from '../use/published.ts';
import { letThroughNow } from './let-through.ts';
import { type RegisterMaterial, registerEntry, registerOf } from './register.ts';

async function askMaterial(reads: Reads): Promise<RegisterMaterial> {
  const [registry, now] = [await reads.registry(), reads.now()];
  return { ...publishedNow(registry, now), letThrough: letThroughNow(registry, now) };
}

export async function askRegister(reads: Reads, language: string): Promise<ReturnType<typeof registerOf>> {
  return registerOf(await askMaterial(reads), () => readerOf(language, reads.settings.timeZone));
}

/** Nothing where no AI system of this key is in force. */
export async function askRegisterEntry(
  reads: Reads,
  key: string,
  language: string,
): Promise<ReturnType<typeof registerEntry> | undefined> {
  const published = await askMaterial(reads);
  const system = published.systems.find((each) => each.key === key);
  return system && registerEntry(system, published, readerOf(language, reads.settings.timeZone));
}
