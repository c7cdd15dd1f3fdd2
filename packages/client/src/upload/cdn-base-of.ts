import { DEFAULTS } from '../requests/defaults.js'
import type { UploadOptions } from '../requests/upload-options.js'

/** The base address of a file when the prefix of the project cannot be derived. */
export const LEGACY_CDN = 'https://ucarecdn.com'

/**
 * Returns the base address of files: with the prefix of the project, except when `baseCDN` is set. upload-client derives it
 * like this, and does not export it.
 *
 * @returns `undefined` without WebCrypto, like on pages without TLS
 */
export async function cdnBaseOf({
  publicKey,
  baseCDN,
  prefixedBaseCDN = DEFAULTS.prefixedBaseCDN,
}: UploadOptions & { publicKey: string }): Promise<string | undefined> {
  // upload-client appends the path of a file.
  if (baseCDN && !isWithin(baseCDN, prefixedBaseCDN)) return baseCDN.replace(/\/?$/, '/')
  const { subtle } = (globalThis.crypto as Partial<Crypto> | undefined) ?? {}
  // jsdom has neither of both.
  if (!subtle || typeof TextEncoder === 'undefined') return undefined
  if (known?.publicKey !== publicKey || known.prefixedBaseCDN !== prefixedBaseCDN) {
    known = { publicKey, prefixedBaseCDN, base: withPrefix(derivePrefix(subtle, publicKey), prefixedBaseCDN) }
  }
  return known.base
}

// Each digest delays the main thread of Node for a tenth of a millisecond.
let known: { publicKey: string; prefixedBaseCDN: string; base: Promise<string> } | undefined

async function withPrefix(prefix: Promise<string>, prefixedBaseCDN: string): Promise<string> {
  const base = new URL(prefixedBaseCDN)
  base.hostname = `${await prefix}.${base.hostname}`
  return base.href.replace(/\/$/, '')
}

async function derivePrefix(subtle: SubtleCrypto, publicKey: string): Promise<string> {
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(publicKey))
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return BigInt(`0x${hex}`).toString(36).slice(0, 10)
}

function isWithin(address: string, zone: string): boolean {
  try {
    const [{ hostname: own }, { hostname: whole }] = [new URL(address), new URL(zone)]
    return own === whole || own.endsWith(`.${whole}`)
  } catch {
    return false
  }
}
