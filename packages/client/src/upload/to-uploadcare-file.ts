import { UploadcareFile, type FileInfo } from '@uploadcare/upload-client'
import type { UploadOptions } from '../requests/upload-options.js'

const PREFIXED_CDN = 'https://ucarecd.net'

/** Creates the result of an upload. Its address has the prefix of the project, except when `baseCDN` is set. */
export async function toUploadcareFile(
  file: FileInfo,
  options: UploadOptions & { publicKey: string },
): Promise<UploadcareFile> {
  return new UploadcareFile(file, { baseCDN: await cdnBaseOf(options) })
}

/** Derives the base address like upload-client does, which does not export it. */
async function cdnBaseOf({
  publicKey,
  baseCDN,
  prefixedBaseCDN = PREFIXED_CDN,
}: UploadOptions & { publicKey: string }): Promise<string> {
  const isPrefixed = baseCDN === undefined || isWithin(baseCDN, prefixedBaseCDN)
  if (baseCDN !== undefined && !isPrefixed) return baseCDN
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(publicKey))
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const base = new URL(prefixedBaseCDN)
  base.hostname = `${BigInt(`0x${hex}`).toString(36).slice(0, 10)}.${base.hostname}`
  return base.href.replace(/\/$/, '')
}

function isWithin(address: string, zone: string): boolean {
  if (!URL.canParse(address)) return false
  const [{ hostname: own }, { hostname: whole }] = [new URL(address), new URL(zone)]
  return own === whole || own.endsWith(`.${whole}`)
}
