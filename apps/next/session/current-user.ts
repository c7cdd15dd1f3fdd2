import { cookies } from 'next/headers'
import { openSession, SESSION_COOKIE } from './session-cookie'

/** Tells who is signed in, by the signed cookie; `undefined` for nobody. */
export async function currentUser(): Promise<string | undefined> {
  const cookie = (await cookies()).get(SESSION_COOKIE)
  return cookie && openSession(cookie.value)
}
