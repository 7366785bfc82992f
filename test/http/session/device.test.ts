import { describe, expect, it } from 'vitest';
import { deviceOf } from '../../../src/http/session/device.ts';

const engine = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('the browser of a session is called by the name that its owner knows', () => {
  it.each([
    ['Chrome, Linux', `Mozilla/5.0 (X11; Linux x86_64) ${engine} HeadlessChrome/156.0.0.0 Safari/537.36`],
    ['Chrome, Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/156.0.0.0 Safari/537.36`],
    ['Edge, Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/156.0.0.0 Safari/537.36 Edg/156.0`],
    ['Safari, macOS', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${engine} Version/26.1 Safari/605.1.15`],
    ['Safari, iOS', `Mozilla/5.0 (iPhone; CPU iPhone OS 26_1) ${engine} Version/26.1 Mobile/15E148 Safari/604.1`],
    ['Firefox, Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'],
    // Somebody else's browser is no Safari because it says so at its end.
    ['Linux', `Mozilla/5.0 (X11; Linux x86_64) ${engine} Unheard/1.0 Safari/537.36`],
  ])('%s', (name, agent) => expect(deviceOf(agent)).toBe(name));

  it('nothing is made up where the browser says nothing', () => {
    expect(deviceOf(undefined)).toBeUndefined();
    expect(deviceOf('curl/8.0')).toBeUndefined();
  });
});
