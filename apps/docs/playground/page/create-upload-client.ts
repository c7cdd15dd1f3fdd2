import { createTokenSource, SecureUploadClient, type ClientEvent } from '@secure-uploading/client'
import { PATHS } from '../protocol/addresses.js'
import type { Settings } from '../protocol/settings.js'

const DAY_MS = 86_400_000

interface ClientSetup {
  /** The URL of the site, with a slash at its end. */
  siteUrl: string
  settings: () => Settings
  onEvent: (event: ClientEvent) => void
}

/** Creates the client of the playground. In an app it is `new SecureUploadClient()`: only the addresses and the clock differ. */
export function createUploadClient({ siteUrl, settings, onEvent }: ClientSetup): SecureUploadClient {
  const tokenSource = createTokenSource({
    endpoint: `${siteUrl}${PATHS.tokenEndpoint}`,
    onEvent,
    clock: { wallMs: () => Date.now() + (settings().isDeviceClockWrong ? DAY_MS : 0) },
  })
  return new SecureUploadClient({
    tokenSource,
    baseURL: `${siteUrl}${PATHS.uploadApi}`,
    baseCDN: `${siteUrl}${PATHS.uploadApi}`,
    onEvent,
  })
}
