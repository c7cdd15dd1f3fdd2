import { cookies } from 'next/headers'
import { openSession, SESSION_COOKIE } from './session-cookie'

/** Returns the user in the signed session cookie, or `undefined` while signed out. */
export async function currentUser(): Promise<string | undefined> {
  const cookie = (await cookies()).get(SESSION_COOKIE)
  return cookie && openSession(cookie.value)
}
