/** What a visitor can switch in the playground. */
export interface Settings {
  /** Whether tokens are valid for 5 seconds instead of 30 minutes. */
  hasShortTokens: boolean
  /** Whether the token endpoint answers 401. */
  isSignedOut: boolean
  /** Whether the clock of the backend is an hour behind, so that its tokens have expired when they are issued. */
  isBackendClockWrong: boolean
  /** Whether the clock of the page is a day ahead. */
  isDeviceClockWrong: boolean
  /** Whether every request fails and the device reports that it is offline. */
  isOffline: boolean
  /** Whether the Upload API answers 429. */
  isThrottled: boolean
  /** Whether requests have a latency, and bodies arrive slowly. */
  isSlow: boolean
}

export const DEFAULT_SETTINGS: Settings = {
  hasShortTokens: false,
  isSignedOut: false,
  isBackendClockWrong: false,
  isDeviceClockWrong: false,
  isOffline: false,
  isThrottled: false,
  isSlow: false,
}
