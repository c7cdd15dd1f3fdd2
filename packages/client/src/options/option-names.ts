/** The options of upload-client that this package accepts. */
const UPLOAD_CLIENT_NAMES = [
  'publicKey',
  'fileName',
  'contentType',
  'baseURL',
  'store',
  'signal',
  'onProgress',
  'source',
  'integration',
  'userAgent',
  'retryThrottledRequestMaxTimes',
  'retryNetworkErrorMaxTimes',
  'baseCDN',
  'prefixedBaseCDN',
  'checkForUrlDuplicates',
  'saveUrlForRecurrentUploads',
  'pusherKey',
  'multipartMinFileSize',
  'multipartChunkSize',
  'multipartMinLastPartSize',
  'maxContentLength',
  'maxConcurrentRequests',
  'pollingTimeoutMilliseconds',
  'metadata',
  'tags',
  'jsonpCallback',
]

/** The options of uploads. */
export const UPLOAD_OPTION_NAMES: readonly string[] = [
  ...UPLOAD_CLIENT_NAMES,
  'offlineTimeoutMs',
  'id',
  'onEvent',
  'concurrency',
  'onFileProgress',
]
