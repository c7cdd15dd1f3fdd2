import type { EndpointName } from '../../endpoints/endpoint-name.js'
import type { Exchange } from '../../http/exchange.js'
import type { Project } from '../../projects/project.js'
import type { ApiVersion } from './api-version.js'
import type { RestAnswer } from './rest-answer.js'

/** An authenticated request to the REST API. */
export interface RestCall extends Exchange {
  readonly project: Project
  readonly version: ApiVersion
  /** Returns the named segment of the path. */
  param(name: string): string
  /**
   * Parses the body: JSON, or a form as an object of strings.
   *
   * @returns `undefined` for an empty body.
   * @throws {RestError} when it cannot be parsed.
   */
  payload(): unknown
}

/** @throws {RestError} to refuse the request. */
export type RestHandler = (call: RestCall) => RestAnswer | Promise<RestAnswer>

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One path of the REST API and its methods. */
export interface RestEndpoint {
  readonly name: EndpointName
  readonly path: string
  readonly methods: Partial<Record<RestMethod, RestHandler>>
}
