'use client'

import { createTokenSource, type TokenSource } from '@secure-uploading/client/token-source'
import { useCallback, useEffect, useRef, useState } from 'react'

/** What the page tells about its tokens. */
export interface TokenNews {
  fetchedCount: number
  /** How long the newest one was issued for, in **milliseconds**. */
  lifeMs: number
}

/**
 * Keeps one token source for as long as somebody is signed in: the cache in front of the route handler. It is made when
 * it is first needed, in the browser; a server that renders the page needs none.
 */
export function useTokenSource(): { tokenSource: () => TokenSource; news: TokenNews | undefined } {
  const source = useRef<TokenSource>(undefined)
  const [news, setNews] = useState<TokenNews>()

  const tokenSource = useCallback(() => {
    source.current ??= createTokenSource({
      endpoint: '/api/upload-token',
      onEvent: (event) => {
        if (event.type !== 'fetched' && event.type !== 'refreshed') return
        const lifeMs = event.expiresInMs
        setNews((before) => ({ fetchedCount: (before?.fetchedCount ?? 0) + 1, lifeMs }))
      },
    })
    return source.current
  }, [])

  // Signed out: the token is dropped, and a request for one is aborted.
  useEffect(
    () => () => {
      source.current?.clear()
    },
    [],
  )

  return { tokenSource, news }
}
