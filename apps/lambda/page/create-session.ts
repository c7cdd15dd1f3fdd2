/** The session of the user and its access token (a JWT), which is kept in memory. */
export interface Session {
  /** The id of the user. Undefined while signed out. */
  readonly user: string | undefined
  /** Continues the session of an earlier page, if the identity provider still has one. */
  resume(): Promise<void>
  signIn(): Promise<void>
  signOut(): void
  /** Returns an access token, renewed first when it is about to expire. */
  accessToken(): Promise<string>
}

interface Held {
  user: string
  accessToken: string
  renewAtMs: number
}

// Renewed in the last quarter of its lifetime, so that no token expires during a request.
const RENEW_AFTER_SHARE = 0.75

/** Signs in at the demo's identity provider. Replace it with the library of your identity provider. */
export function createSession(signInUrl: string): Session {
  let held: Held | undefined
  let signOuts = 0
  let isSignOutUnsent = false
  let lastRequest: Promise<unknown> = Promise.resolve()

  /** Sends one request after the other, so that a slow sign-out does not end the next session. */
  function inOrder<T>(request: () => Promise<T>): Promise<T> {
    const answer = lastRequest.then(request)
    lastRequest = answer.catch(() => undefined)
    return answer
  }

  async function sendSignOut(): Promise<void> {
    if (!isSignOutUnsent) return
    await fetch(signInUrl, { method: 'DELETE' })
    isSignOutUnsent = false
  }

  async function hold(method: 'GET' | 'POST'): Promise<void> {
    const before = signOuts
    const response = await inOrder(async () => {
      await sendSignOut()
      return fetch(signInUrl, { method })
    })
    if (!response.ok) throw new Error(`Sign-in failed with status ${response.status}`)
    const next = parseHeld(await response.json())
    // Ignores the response when the user signed out in the meantime.
    if (signOuts === before && next) held = next
  }

  // A sign-out without a network is sent when it is back.
  window.addEventListener('online', () => void inOrder(sendSignOut).catch(() => undefined))

  return {
    get user() {
      return held?.user
    },
    resume: () => hold('GET'),
    signIn: () => hold('POST'),
    signOut() {
      held = undefined
      signOuts++
      isSignOutUnsent = true
      void inOrder(sendSignOut).catch(() => undefined)
    },
    async accessToken() {
      // Without a network or a session the old token is sent: the token source waits for the network, or gets a 401.
      if (held && performance.now() >= held.renewAtMs) await hold('GET').catch(() => undefined)
      if (!held) throw new Error('Not signed in')
      return held.accessToken
    },
  }
}

/** Parses the answer of the identity provider, which is empty without a session. */
function parseHeld(json: unknown): Held | undefined {
  const answer: Record<string, unknown> = typeof json === 'object' && json !== null ? { ...json } : {}
  const { user, accessToken, expiresIn } = answer
  if (typeof user !== 'string' || typeof accessToken !== 'string') return undefined
  return { user, accessToken, renewAtMs: performance.now() + Number(expiresIn) * 1000 * RENEW_AFTER_SHARE }
}
