/**
 * Stack traces that name the sources: where a frame lies in a file that was joined, the map beside it says where that
 * place was written.
 * Flow:    run.mjs → here → the maps of dist/bundled, each read when the first trace goes through its file.
 * Promise: a start reads no map. (Node's own support reads and keeps the map of every module as it is loaded, and
 *          counts the letters of each line: 13 MB and a tenth of a start, for traces that hardly ever come.) A map that
 *          is missing or broken leaves a frame as it is, and never hides the error.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Frames of files in `folder` are told by where they were written; of all others as Node tells them. */
export function traceToSources(folder) {
  const maps = new Map();
  Error.prepareStackTrace = (error, frames) =>
    [headOf(error), ...frames.map((frame) => `    at ${placed(frame, folder, maps)}`)].join('\n');
}

function placed(frame, folder, maps) {
  const words = String(frame);
  try {
    const at = frame.getFileName();
    if (!at?.startsWith('file:')) return words;
    const file = fileURLToPath(at);
    if (!file.startsWith(folder)) return words;
    const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
    const origin = mapOf(file, maps)?.findOrigin(line, column);
    if (origin?.fileName === undefined) return words;
    const source = resolve(dirname(file), origin.fileName);
    return words.replace(`${at}:${line}:${column}`, () => `${source}:${origin.lineNumber}:${origin.columnNumber}`);
  } catch {
    return words;
  }
}

function mapOf(file, maps) {
  if (!maps.has(file)) {
    // Noted first, so that a map that cannot be read is tried once.
    maps.set(file, undefined);
    maps.set(file, new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))));
  }
  return maps.get(file);
}

/** As Node begins a trace; an error may be anything that was thrown, also what cannot become text. */
function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}
