'use server'

import { revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { sealSession, SESSION_COOKIE, SESSION_SECONDS } from './session-cookie'

/** Signs in as a demo user without a password. Replace it with your own sign-in. */
export async function signIn(): Promise<void> {
  const isHttps = (await headers()).get('x-forwarded-proto') === 'https'
  const session = await sealSession('Ada Lovelace')
  ;(await cookies()).set(SESSION_COOKIE, session, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    path: '/',
    maxAge: SESSION_SECONDS,
  })
  revalidatePath('/', 'layout')
}

/** Signs out: deletes the cookie. The page has dropped its tokens before. */
export async function signOut(): Promise<void> {
  ;(await cookies()).delete(SESSION_COOKIE)
  revalidatePath('/', 'layout')
}
