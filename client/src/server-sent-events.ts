/**
 * Reads server-sent events from the bytes of an answer.
 * Flow:    change-stream → here.
 * Promise: whatever the pieces that the bytes arrive in; an event that does not end, or is longer than any of Candor's,
 *          ends the reading with a fault; half an event at the end is none.
 * Source:  WHATWG HTML 9.2.
 */
export interface ServerSentEvent {
  /** `message` where none is named. */
  readonly event: string;
  readonly data: string;
  /** The last id that was said, in this event or before it. */
  readonly id: string;
}

const MOST_CHARACTERS = 2 ** 20;

export async function* readEvents(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  const event = eventInProgress();
  let rest = '';
  for await (const part of bytes) {
    rest += decoder.decode(part, { stream: true });
    // A line ends in LF, CR LF or CR; a CR at the end may be half of one.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > MOST_CHARACTERS) throw new Error('an event does not end');
    for (const line of lines) {
      const whole = event.take(line);
      if (whole !== undefined) yield whole;
    }
  }
}

function eventInProgress(): { take(line: string): ServerSentEvent | undefined } {
  let id = '';
  let event = '';
  let data: string[] = [];
  let size = 0;
  const finish = (): ServerSentEvent | undefined => {
    const whole =
      data.length === 0 ? undefined : { event: event === '' ? 'message' : event, data: data.join('\n'), id };
    event = '';
    data = [];
    size = 0;
    return whole;
  };
  return {
    take(line) {
      if (line === '') return finish();
      const colon = line.indexOf(':');
      const name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      size += line.length;
      if (size > MOST_CHARACTERS) throw new Error('an event does not end');
      if (name === 'data') data.push(value);
      else if (name === 'event') event = value;
      else if (name === 'id' && !value.includes('\0')) id = value;
      return undefined;
    },
  };
}
