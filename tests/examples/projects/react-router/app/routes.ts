import { route, type RouteConfig } from '@react-router/dev/routes'

export default [
  route('api/upload-token', 'routes/api.upload-token.ts'),
  route('api/uploadcare-webhook', 'routes/api.uploadcare-webhook.ts'),
] satisfies RouteConfig
