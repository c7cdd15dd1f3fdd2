'use client'

import { createTokenSource, isSecureUploadError, SecureUploadClient } from '@secure-uploading/client'
import { createUploadRoutes, type DataByRoute } from '@secure-uploading/client/routes'
import type { TokenSource } from '@secure-uploading/client/token-source'
import { announceUploads, createAnnouncer, type Announce } from '@secure-uploading/demo-kit/texts'
import { useUploadQueue, type UseUploadQueueResult } from '@secure-uploading/react'
import { useRouter } from 'next/navigation'
import { createContext, use, useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import type { uploads } from '../app/api/uploads/uploads'
import type { UploadSettings } from '../settings/upload-settings'

/** What one signed-in user uploads with. It outlives navigation and ends on sign-out. */
export interface UploadSession {
  settings: UploadSettings
  tokenSource: TokenSource
  files: UseUploadQueueResult<unknown>
  /** The queue of an upload route. The type of its data is that of `onUploaded` on the server. */
  avatars: UseUploadQueueResult<DataByRoute<typeof uploads>['avatar']>
  tokens: TokenStats
}

/** The numbers that the page shows about its tokens. */
export interface TokenStats {
  fetchedCount: number
  /** Lifetime of the newest token in **milliseconds**. 0 before the first one. */
  lifetimeMs: number
}

interface UploadSessionProviderProps {
  /** The id of the user. */
  user: string
  settings: UploadSettings
  children: ReactNode
}

// The live region of the document.
let announcer: Announce | undefined

const UploadSessionContext = createContext<UploadSession | undefined>(undefined)

/** Provides the uploads of the signed-in user to all pages. */
export function UploadSessionProvider({ user, settings, children }: UploadSessionProviderProps) {
  const router = useRouter()
  const [tokens, setTokens] = useState<TokenStats>({ fetchedCount: 0, lifetimeMs: 0 })
  const [{ tokenSource, client, routes }] = useState(() => {
    const { publicKey, ...addresses } = settings
    const source = createTokenSource({
      endpoint: '/api/upload-token',
      onEvent: (event) => {
        if (event.type === 'fetched' || event.type === 'refreshed') {
          const lifetimeMs = event.expiresInMs
          setTokens(({ fetchedCount }) => ({ fetchedCount: fetchedCount + 1, lifetimeMs }))
        }
      },
    })
    return {
      tokenSource: source,
      client: new SecureUploadClient({ tokenSource: source, publicKey, ...addresses }),
      routes: createUploadRoutes<typeof uploads>({ endpoint: '/api/uploads', ...addresses }),
    }
  })

  // Signing out drops the tokens, which ends the uploads and empties the queues. Before the effects of the queues, because a
  // queue that was destroyed keeps its stored uploads for the next visit.
  useLayoutEffect(
    () => () => {
      tokenSource.clear()
      routes.clear()
    },
    [tokenSource, routes],
  )

  const files = useUploadQueue({ client, owner: user })
  const avatars = useUploadQueue({ route: routes.route('avatar') })

  useEffect(() => {
    // Uploads that a reload interrupted continue.
    void files.queue.restore()
  }, [files.queue])

  useEffect(() => {
    announcer ??= createAnnouncer()
    const ends = [announceUploads(files.queue, announcer), announceUploads(avatars.queue, announcer)]
    return () => {
      for (const end of ends) end()
    }
  }, [files.queue, avatars.queue])

  // The session has ended elsewhere. The refreshed page shows the sign-in.
  const isSignedOut = [...files.items, ...avatars.items].some(({ error }) =>
    isSecureUploadError(error, 'ERR_UNAUTHENTICATED'),
  )
  useEffect(() => {
    if (isSignedOut) router.refresh()
  }, [isSignedOut, router])

  return (
    <UploadSessionContext value={{ settings, tokenSource, files, avatars, tokens }}>
      {children}
    </UploadSessionContext>
  )
}

/**
 * Returns the uploads of the signed-in user.
 *
 * @throws {Error} outside of an {@link UploadSessionProvider}.
 */
export function useUploadSession(): UploadSession {
  const session = use(UploadSessionContext)
  if (!session) throw new Error('useUploadSession must be used inside an UploadSessionProvider')
  return session
}
