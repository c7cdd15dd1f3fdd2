import type { Settings } from '../protocol/settings.js'

interface Switch {
  name: keyof Settings
  label: string
  /** What happens to uploads while it is on. */
  effect: string
}

export const SWITCHES: readonly Switch[] = [
  {
    name: 'hasShortTokens',
    label: 'Tokens for 5 seconds',
    effect: 'The client replaces its token every few seconds. No upload fails.',
  },
  {
    name: 'isOffline',
    label: 'Offline',
    effect: 'Uploads wait, and continue when the device is online again.',
  },
  {
    name: 'isThrottled',
    label: '429 from the Upload API',
    effect: 'The client repeats each request after the Retry-After of the answer, up to five times.',
  },
  {
    name: 'isSlow',
    label: 'Slow line',
    effect: 'Requests take 0.4 s longer, and bodies arrive at 200 kB per second.',
  },
  {
    name: 'isDeviceClockWrong',
    label: 'Device clock a day ahead',
    effect: 'At most one more token is fetched: the client measures how long it has held a token.',
  },
  {
    name: 'isBackendClockWrong',
    label: 'Backend clock an hour behind',
    effect: 'New tokens have expired already, so uploads fail with ERR_TOKEN_REFUSED and the reason.',
  },
  {
    name: 'isSignedOut',
    label: 'Signed out',
    effect: 'The next token request is refused with 401. Uploads with a valid token still succeed.',
  },
]
