import { describe, expect, it } from 'vitest';
import { peersBehind } from '../../src/http/peer.ts';
import { isNetwork } from '../../src/network.ts';

const from = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress } as never,
});

describe('the address a caller is counted under', () => {
  const behind = peersBehind(['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']);

  it('is that of the connection where no proxy of ours stands before us, whatever the caller says', () => {
    expect(peersBehind([])(from('203.0.113.9', '198.51.100.1')).address).toBe('203.0.113.9');
    expect(behind(from('203.0.113.9', '198.51.100.1')).address).toBe('203.0.113.9');
  });

  it('is the last one that a proxy of ours saw and that is not itself ours', () => {
    expect(behind(from('10.1.2.3', '198.51.100.1')).address).toBe('198.51.100.1');
    expect(behind(from('::ffff:10.1.2.3', '6.6.6.6, 198.51.100.1, 192.0.2.7')).address).toBe('198.51.100.1');
    expect(behind(from('2001:db8::1', '2001:470::5')).address).toBe('2001:470::5');
  });

  it('is that of the proxy where what it says is no address, so that nobody picks a fresh one with every request', () => {
    for (const said of ['unknown', '', '198.51.100.1:x', '<script>'])
      expect(behind(from('10.1.2.3', said)).address).toBe('10.1.2.3');
    expect(behind(from('10.1.2.3', '10.9.9.9')).address).toBe('10.1.2.3');
  });

  it('is the same with the port that some proxies add', () => {
    for (const said of ['198.51.100.1:80', '198.51.100.1:4711', '6.6.6.6, 198.51.100.1:80'])
      expect(behind(from('10.1.2.3', said)).address).toBe('198.51.100.1');
    expect(behind(from('10.1.2.3', '[2001:470::5]:4711')).address).toBe('2001:470::5');
  });

  it('is nobody’s where the two headers of proxies differ, because a caller may have written one of them', () => {
    const headers = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=203.0.113.9' };
    const socket = { remoteAddress: '10.1.2.3' } as never;
    expect(behind({ headers, socket })).toMatchObject({ address: '10.1.2.3', isClient: false });
    const agree = { ...headers, forwarded: 'for="198.51.100.1:4711"' };
    expect(behind({ headers: agree, socket })).toMatchObject({ address: '198.51.100.1', isClient: true });
  });

  it('knows an address or a network from anything else', () => {
    for (const good of ['10.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32']) expect(isNetwork(good), good).toBe(true);
    for (const bad of ['', 'localhost', '10.0.0.0/33', '::1/129', '10.0.0.0/x', 'all'])
      expect(isNetwork(bad), bad).toBe(false);
  });
});
