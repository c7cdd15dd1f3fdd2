'use client'

import { createTokenSource, type TokenSource } from '@secure-uploading/client/token-source'
import { useCallback, useEffect, useRef, useState } from 'react'

/** The numbers that the page shows about its tokens. */
export interface TokenStats {
  fetchedCount: number
  /** Lifetime of the newest token in **milliseconds**. */
  lifetimeMs: number
}

/**
 * Keeps one token source per session, the cache in front of the token endpoint. It is created on first use in the
 * browser; rendering on the server needs none.
 */
export function useTokenSource(): { tokenSource: () => TokenSource; stats: TokenStats | undefined } {
  const source = useRef<TokenSource>(undefined)
  const [stats, setStats] = useState<TokenStats>()

  const tokenSource = useCallback(() => {
    source.current ??= createTokenSource({
      endpoint: '/api/upload-token',
      onEvent: (event) => {
        if (event.type !== 'fetched' && event.type !== 'refreshed') return
        const lifetimeMs = event.expiresInMs
        setStats((before) => ({ fetchedCount: (before?.fetchedCount ?? 0) + 1, lifetimeMs }))
      },
    })
    return source.current
  }, [])

  // On sign-out, drops the token and aborts a pending request for one.
  useEffect(
    () => () => {
      source.current?.clear()
    },
    [],
  )

  return { tokenSource, stats }
}
