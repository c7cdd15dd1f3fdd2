/** The paths of the worker's endpoints, below the base of the site. The worker controls the pages whose path starts with `scope`. */
export const PATHS = {
  scope: 'playground',
  tokenEndpoint: 'playground/api/upload-token',
  uploadApi: 'playground/upload',
  worker: 'playground-worker.js',
} as const
