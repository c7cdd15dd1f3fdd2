import type { SecureUploadErrorCode } from '@secure-uploading/core'
import { callSafely } from '../options/hooks.js'
import type { Denial, DeniedEvent } from './denial.js'
import { answerJson, type EndpointAnswer } from './endpoint-answer.js'
import type { EndpointRequest } from './endpoint-request.js'

/** Answers one request. It never rejects. `args` are the arguments that the framework passes to its handlers. */
export type Endpoint<Request extends EndpointRequest, Args extends unknown[]> = (
  request: Request,
  ...args: Args
) => Promise<EndpointAnswer>

/** What distinguishes one endpoint from another. */
interface EndpointParts<Request extends EndpointRequest, Args extends unknown[], Event extends DeniedEvent> {
  /** Runs the checks in order. Throws a denial or an error when the request is not answered well. */
  answer: (request: Request, args: Args) => Promise<EndpointAnswer>
  /** Whether an error is a denial of this endpoint. */
  isDenial: (error: unknown) => error is Denial<Event>
  /** The message that the client receives with a 500. */
  failureMessage: string
  /** Adds headers to every answer. */
  addHeaders?: (headers: Record<string, string>, request: Request) => void
  onDeny: (event: Event, ...args: Args) => unknown
  onError: (error: unknown, ...args: Args) => unknown
}

/** Creates an endpoint: turns denials and errors into answers, and reports them to the hooks. */
export function createEndpoint<
  Request extends EndpointRequest,
  Args extends unknown[],
  Event extends DeniedEvent,
>(parts: EndpointParts<Request, Args, Event>): Endpoint<Request, Args> {
  const { isDenial, failureMessage, onDeny, onError } = parts

  function answerFailure(error: unknown, args: Args): EndpointAnswer {
    if (!isDenial(error)) {
      callSafely(() => onError(error, ...args))
      return answerJson(500, errorJson('ERR_INTERNAL', failureMessage))
    }
    const { event, headers, message } = error
    callSafely(() => onDeny(event, ...args))
    return answerJson(event.status, errorJson(event.code, message), headers)
  }

  return async (request, ...args) => {
    let answer: EndpointAnswer
    try {
      answer = await parts.answer(request, args)
    } catch (error) {
      answer = answerFailure(error, args)
    }
    parts.addHeaders?.(answer.headers, request)
    // Node drops the body of an answer to HEAD; other runtimes would send it.
    if (request.method === 'HEAD') answer.body = ''
    return answer
  }
}

function errorJson(code: SecureUploadErrorCode, message: string): string {
  return JSON.stringify({ error: { code, message } })
}
