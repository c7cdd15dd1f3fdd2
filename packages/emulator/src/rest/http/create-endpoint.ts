import type { ServedEndpoint } from '../../http/exchange.js'
import { answerRest, restResponse } from './answer-rest.js'
import type { RestEndpoint } from './rest-endpoint.js'
import { throttled } from './throttled.js'

/** Creates the endpoint that serves a path of the REST API, with all its methods. */
export function createEndpoint(endpoint: RestEndpoint): ServedEndpoint {
  return {
    name: endpoint.name,
    path: endpoint.path,
    answer: async (exchange) => answerRest(endpoint, exchange),
    describeError: (error, { request }) => restResponse(throttled(error), endpoint, request),
  }
}
