import { createTokenSource, isSecureUploadError, SecureUploadClient } from '@secure-uploading/client'
import { createUploadQueue } from '@secure-uploading/client/queue'
import { createUploadPanel, type Announce, type UploadPanel } from '@secure-uploading/demo-kit/panel'
import type { PageConfig } from '../config.js'

/** What one signed-in user uploads with. */
export interface UploadSession {
  readonly panel: UploadPanel
  readonly fetchedTokens: number
  /** Signs out: aborts the uploads, and empties the list and what is stored of it. */
  end: () => void
}

export interface UploadSessionOptions {
  config: PageConfig
  /** The id of the user, whose unfinished uploads of an earlier page continue. */
  owner: string
  /** Returns the access token (JWT) of the user. */
  accessToken: () => Promise<string>
  /** Called when API Gateway no longer accepts the access token. */
  onSignedOut: () => void
  requestDraw: () => Promise<void>
  announce: Announce
}

/** Starts without an upload token, and with the unfinished uploads of the user. */
export function startUploadSession(options: UploadSessionOptions): UploadSession {
  const { config, owner, accessToken, onSignedOut, requestDraw, announce } = options
  let fetchedTokens = 0

  const tokenSource = createTokenSource({
    endpoint: config.tokenEndpoint,
    // A function, because the access token is renewed from time to time.
    headers: async () => ({ authorization: `Bearer ${await accessToken()}` }),
    onEvent: (event) => {
      if (event.type === 'fetched' || event.type === 'refreshed') fetchedTokens++
      if (event.type === 'failed' && isSecureUploadError(event.error, 'ERR_UNAUTHENTICATED')) onSignedOut()
      void requestDraw()
    },
  })
  const client = new SecureUploadClient({
    tokenSource,
    ...(config.uploadUrl !== undefined && { baseURL: config.uploadUrl, baseCDN: config.uploadUrl }),
  })
  const queue = createUploadQueue({ client, owner })
  const hint = 'Any number of files and folders. Large files resume where they stopped.'
  const panel = createUploadPanel({ queue, requestDraw, announce, hint })
  void queue.restore()

  return {
    panel,
    get fetchedTokens() {
      return fetchedTokens
    },
    end() {
      tokenSource.clear()
      panel.dispose()
      queue.destroy()
    },
  }
}
