'use client'

import {
  createTokenSource,
  isSecureUploadError,
  SecureUploadClient,
  type ClientEvent,
} from '@secure-uploading/client'
import { createUploadRoutes, type DataByRoute } from '@secure-uploading/client/routes'
import type { TokenSource } from '@secure-uploading/client/token-source'
import { useUploadQueue, type UseUploadQueueResult } from '@secure-uploading/react'
import { useRouter } from 'next/navigation'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { uploads } from '../app/api/uploads/uploads'
import type { UploadSettings } from '../settings/upload-settings'

/** What one signed-in user uploads with. It outlives navigation. */
export interface UploadSession {
  settings: UploadSettings
  tokenSource: TokenSource
  files: UseUploadQueueResult<unknown>
  /** The queue of an upload route. The type of its data is that of `onUploaded` on the server. */
  avatars: UseUploadQueueResult<DataByRoute<typeof uploads>['avatar']>
  fetchedTokens: number
  /** Signs out: drops the tokens, which ends the uploads and empties the queues and what is stored of them. */
  end: () => void
}

interface UploadSessionProviderProps {
  /** The id of the user. */
  user: string
  settings: UploadSettings
  children: ReactNode
}

const UploadSessionContext = createContext<UploadSession | undefined>(undefined)

/** Provides the uploads of the signed-in user to all pages. */
export function UploadSessionProvider({ user, settings, children }: UploadSessionProviderProps) {
  const router = useRouter()
  const [fetchedTokens, setFetchedTokens] = useState(0)
  const [{ tokenSource, client, routes, end }] = useState(() => createSources(settings, onEvent))
  const files = useUploadQueue({ client, owner: user })
  const avatars = useUploadQueue({ route: routes.route('avatar'), owner: user })

  function onEvent(event: ClientEvent): void {
    if (event.type === 'fetched' || event.type === 'refreshed') setFetchedTokens((count) => count + 1)
    // The session has ended elsewhere. The refreshed page shows the sign-in.
    if (event.type === 'failed' && isSecureUploadError(event.error, 'ERR_UNAUTHENTICATED')) {
      end()
      router.refresh()
    }
  }

  useEffect(() => {
    // Uploads that a reload interrupted continue.
    void files.queue.restore()
    void avatars.queue.restore()
  }, [files.queue, avatars.queue])

  return (
    <UploadSessionContext value={{ settings, tokenSource, files, avatars, fetchedTokens, end }}>
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

function createSources({ publicKey, ...addresses }: UploadSettings, onEvent: (event: ClientEvent) => void) {
  const tokenSource = createTokenSource({ endpoint: '/api/upload-token', onEvent })
  const routes = createUploadRoutes<typeof uploads>({ endpoint: '/api/uploads', ...addresses, onEvent })
  return {
    tokenSource,
    client: new SecureUploadClient({ tokenSource, publicKey, ...addresses }),
    routes,
    end: () => {
      tokenSource.clear()
      routes.clear()
    },
  }
}
