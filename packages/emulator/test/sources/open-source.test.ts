import { expect, test } from 'vitest'
import { openSource } from '../../src/sources/open-source.js'
import type { SourceNetwork } from '../../src/sources/source-network.js'

const signal = new AbortController().signal

function network(
  addresses: Readonly<Record<string, string[]>>,
  locations: Readonly<Record<string, string>> = {},
): SourceNetwork & { connected: (string | undefined)[]; signals: AbortSignal[] } {
  const connected: (string | undefined)[] = []
  const signals: AbortSignal[] = []
  return {
    connected,
    signals,
    resolve: async (hostname) => Promise.resolve(addresses[hostname] ?? []),
    async request(url, address, requestSignal) {
      connected.push(address)
      signals.push(requestSignal)
      const location = locations[url.href]
      const headers = new Headers(location === undefined ? {} : { Location: location })
      const body = (async function* () {
        await Promise.resolve()
        yield new Uint8Array(0)
      })()
      return Promise.resolve({ status: location === undefined ? 200 : 302, headers, body })
    },
  }
}

test('openSource connects to the address that was checked', async () => {
  const public_ = network({ 'example.com': ['93.184.216.34'] })
  await openSource(public_, new URL('https://example.com/'), { allowPrivateSources: false, signal })

  expect(public_.connected).toEqual(['93.184.216.34'])
})

test('openSource refuses a name with a private and a public address', async () => {
  const mixed = network({ 'example.com': ['93.184.216.34', '10.0.0.1'] })

  await expect(
    openSource(mixed, new URL('https://example.com/'), { allowPrivateSources: false, signal }),
  ).rejects.toThrow('Only public IPs are allowed.')
  expect(mixed.connected).toEqual([])
})

test('openSource refuses a redirect to a private address', async () => {
  const redirecting = network(
    { 'example.com': ['93.184.216.34'], 'inside.example.com': ['192.168.0.1'] },
    { 'https://example.com/': 'https://inside.example.com/' },
  )

  await expect(
    openSource(redirecting, new URL('https://example.com/'), { allowPrivateSources: false, signal }),
  ).rejects.toMatchObject({ code: 'DownloadFileHTTPURLValidationError' })
  expect(redirecting.connected).toEqual(['93.184.216.34'])
})

test('openSource aborts the body of a redirect, but not of the source', async () => {
  const redirecting = network(
    { 'example.com': ['93.184.216.34'] },
    { 'https://example.com/': 'https://example.com/photo.jpg' },
  )
  await openSource(redirecting, new URL('https://example.com/'), { allowPrivateSources: false, signal })

  expect(redirecting.signals.map(({ aborted }) => aborted)).toEqual([true, false])
})
