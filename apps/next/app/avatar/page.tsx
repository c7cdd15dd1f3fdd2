import type { Metadata } from 'next'
import { currentUser } from '../../session/current-user'
import { SignInCard } from '../../session/sign-in-card'
import { AvatarPanel } from '../../uploads/avatar-panel'

export const metadata: Metadata = { title: 'Upload route' }

export default async function Page() {
  return (
    <>
      <h1>An upload route with rules</h1>
      <p className="max-w-[62ch] text-muted-foreground">
        The route <code>avatar</code> accepts images of up to 1 MB. The server checks each file again by its
        content, and what it returns arrives in the page as typed data.
      </p>
      {(await currentUser()) === undefined ? <SignInCard /> : <AvatarPanel />}
    </>
  )
}
