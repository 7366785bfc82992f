/**
 * Asks for the public register, and for one AI system in it.
 * Flow:    http → here → ports/reads (registry), register.ts.
 * Promise: what is in force now, and nothing about anybody.
 * Source:  docs/law.md 9.
 */
import type { Reads } from '../../ports/reads.ts';
import { contactsOf } from '../contacts.ts';
import { readerOf } from '../reader.ts';
import { publishedNow } from '../use/published.ts';
import { letThroughNow } from './let-through.ts';
import { type RegisterMaterial, registerEntry, registerOf } from './register.ts';

async function askMaterial(reads: Reads): Promise<RegisterMaterial> {
  const [registry, now] = [await reads.registry(), reads.now()];
  return { ...publishedNow(registry, now), settings: reads.settings, letThrough: letThroughNow(registry, now), now };
}

export async function askRegister(reads: Reads, language: string) {
  const readerFor = () => readerOf(language, reads.settings.timeZone);
  return { items: registerOf(await askMaterial(reads), readerFor), contacts: contactsOf(reads.settings, readerFor()) };
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
