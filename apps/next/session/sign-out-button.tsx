'use client'

import { useActionState } from 'react'
import { useUploadSession } from '../uploads/upload-session'
import { signOut } from './actions'

/** Renders the user and the sign-out, which stops the uploads before it reaches the server. */
export function SignOutButton({ user }: { user: string }) {
  const { end } = useUploadSession()
  const [problem, leave] = useActionState(async () => {
    end()
    return signOut().catch(() => 'The server cannot be reached. Sign out again when you are online.')
  }, undefined)
  return (
    <form className="ml-auto flex items-center gap-2" action={leave}>
      <span className="text-sm text-muted-foreground max-md:sr-only">{user}</span>
      <button className="button quiet" type="submit">
        Sign out
      </button>
      {problem !== undefined && (
        <p className="text-sm text-destructive" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
