export { parsedBodyError, type RawBody } from '../http/body.js'
export type { EndpointAnswer } from '../http/endpoint-answer.js'
export type { EndpointRequest } from '../http/endpoint-request.js'
export {
  createNodeHandler,
  mergeVary,
  nodeHeader,
  nodeJsonBody,
  nodeRequestBody,
  sendNodeAnswer,
  type NodeHandlerRequest,
  type NodeHeaders,
  type NodeRequest,
  type NodeResponse,
} from '../http/node.js'
export type { Endpoint } from '../http/endpoint.js'
export type { HandlerRequest } from '../http/handler-request.js'
export type { JsonBody } from '../http/json-body.js'
export { queryValue } from '../http/query.js'
export { createResponse, createWebHandler, webRequestBody } from '../http/web.js'
export { createTokenEndpoint, type TokenEndpoint } from '../token/endpoint.js'
export { createDefineUploads, type DefineUploads } from '../uploads/define-uploads.js'
export { createUploadsEndpoint, type UploadsEndpoint, type UploadsRequest } from '../uploads/endpoint.js'
export { createWebhookEndpoint, type WebhookEndpoint } from '../webhook/endpoint.js'
export type { RawRequest as WebhookRequest } from '../http/body.js'
