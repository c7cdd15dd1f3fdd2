/** Who is signed in, and the access token (a JWT) that proves it. It is kept in memory, for as long as the page lives. */
export interface Session {
  readonly isSignedIn: boolean
  signIn(): Promise<void>
  signOut(): void
  /** Gives a token that is still good for a while: a new one when the old one is about to end. */
  accessToken(): Promise<string>
}

// Renewed in the last quarter of its life, so that none ends on its way.
const USED_SHARE = 0.75

/** Signs in at the pretended identity provider. With Cognito, Auth0 and the like, their own library does all this. */
export function createSession(signInUrl: string): Session {
  let held: { accessToken: string; renewAtMs: number } | undefined
  let signOuts = 0

  async function renew(): Promise<void> {
    const before = signOuts
    const response = await fetch(signInUrl, { method: 'POST' })
    if (!response.ok) throw new Error(`The sign-in answered ${response.status}`)
    const { accessToken, expiresIn } = (await response.json()) as { accessToken: string; expiresIn: number }
    // Somebody who signed out in the meantime stays so.
    if (signOuts === before)
      held = { accessToken, renewAtMs: performance.now() + expiresIn * 1000 * USED_SHARE }
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
      if (held && performance.now() >= held.renewAtMs) await renew()
      if (!held) throw new Error('Nobody is signed in')
      return held.accessToken
    },
  }
}
