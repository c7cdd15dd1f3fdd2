/**
 * The paths of the Upload API that uploads need: the default scope of auth tokens from the token endpoint. A token
 * without a scope also allows Uploadcare's AI image endpoints. No wildcards: whether `/group/*` covers `/group/` is not
 * documented.
 */
export const UPLOAD_SCOPE: readonly string[] = [
  '/base/',
  '/multipart/start/',
  '/multipart/complete/',
  '/from_url/',
  '/from_url/status/',
  '/group/',
  '/group/info/',
  '/info/',
]
