import { info } from '@uploadcare/upload-client'

let isSupported: boolean | undefined

/**
 * Whether upload-client has the `authToken` option (since 6.23). Earlier versions ignore it and would send the file
 * unsigned. This observes whether the option is read: an import of what 6.23 exports would fail with earlier versions, and
 * an import of everything would keep bundlers from removing unused code.
 */
export function supportsAuthToken(): boolean {
  if (isSupported !== undefined) return isSupported
  isSupported = false
  const probe = {
    publicKey: '',
    // An empty address is refused before a request is sent.
    baseURL: '',
    get authToken(): string {
      isSupported = true
      return ''
    },
  }
  try {
    info('', probe).catch(() => undefined)
  } catch {
    // The address was refused.
  }
  return isSupported
}
