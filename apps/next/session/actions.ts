'use server'

import { revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { sealSession, SESSION_COOKIE, SESSION_SECONDS } from './session-cookie'

/** Signs in as somebody who does not exist. A real app asks for a password, or an identity provider, first. */
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

/** Signs out: the browser forgets the cookie, and the page drops its token. */
export async function signOut(): Promise<void> {
  ;(await cookies()).delete(SESSION_COOKIE)
  revalidatePath('/', 'layout')
}
