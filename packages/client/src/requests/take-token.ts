import type { UploadToken } from '@secure-uploading/core/token'
import type { TokenRetriedEvent } from '../token-source/token-event.js'
import type { RequestContext } from './request-context.js'
import type { UploadRequest } from './upload-event.js'

/** Takes the token of a request. Each failure of the token endpoint is an event of the request that waits. */
export const takeToken = (
  { source, emit }: Pick<RequestContext, 'source' | 'emit'>,
  what: UploadRequest,
  signal: AbortSignal | undefined,
): Promise<UploadToken> => source.getToken({ signal, onRetry: toWaitingEvent(what, emit) })

/** Returns a listener that emits the event of a request that waits for its token. */
export const toWaitingEvent =
  (what: UploadRequest, emit: RequestContext['emit']) =>
  ({ delayMs, error }: Pick<TokenRetriedEvent, 'delayMs' | 'error'>): void => {
    emit({ type: 'waiting', what, for: 'token', delayMs, error })
  }
