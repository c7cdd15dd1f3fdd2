export { createUploadRoutes } from './create-upload-routes.js'
export type { DataByRoute, JsonOf, UploadRouteRules } from './route-types.js'
export type { RouteUploadSettings, UploadRoutesOptions } from './parse-routes-options.js'
export type {
  CompletedFile,
  CompletionOptions,
  EndpointRetry,
  RouteUploadOptions,
  RouteUploadsOptions,
  UploadRoute,
  UploadRoutes,
} from './upload-route.js'
