/** The session of the user and its access token (a JWT), kept in memory until the page is closed. */
export interface Session {
  readonly isSignedIn: boolean
  signIn(): Promise<void>
  signOut(): void
  /** Returns an access token, renewed first when it is about to expire. */
  accessToken(): Promise<string>
}

// Renewed in the last quarter of its lifetime, so that no token expires during a request.
const RENEW_AFTER_SHARE = 0.75

/** Signs in at the demo's identity provider. Replace it with the library of your identity provider. */
export function createSession(signInUrl: string): Session {
  let held: { accessToken: string; renewAtMs: number } | undefined
  let signOuts = 0

  async function renew(): Promise<void> {
    const before = signOuts
    const response = await fetch(signInUrl, { method: 'POST' })
    if (!response.ok) throw new Error(`Sign-in failed with status ${response.status}`)
    const { accessToken, expiresIn } = (await response.json()) as { accessToken: string; expiresIn: number }
    // Ignores the response when the user signed out in the meantime.
    if (signOuts === before)
      held = { accessToken, renewAtMs: performance.now() + expiresIn * 1000 * RENEW_AFTER_SHARE }
  }

  return {
    get isSignedIn() {
      return held !== undefined
    },
    signIn: renew,
    signOut() {
      held = undefined
      signOuts++
    },
    async accessToken() {
      // Without a network the old token is sent, so that the token source sees the failure and waits for the network.
      if (held && performance.now() >= held.renewAtMs) await renew().catch(() => undefined)
      if (!held) throw new Error('Not signed in')
      return held.accessToken
    },
  }
}
