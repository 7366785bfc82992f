/**
 * What the verifier finds under this name in node.
 * Flow:    page.mjs → here.
 */
import { Buffer } from 'buffer/';

globalThis.Buffer = Buffer;
