/** Default settings. The first three differ from those of upload-client. */
export const DEFAULTS = {
  retryThrottledRequestMaxTimes: 5,
  retryNetworkErrorMaxTimes: 5,
  /** The smallest size that Uploadcare accepts in parts. From here on, a token may expire before the file is uploaded. */
  multipartMinFileSize: 10 * 1024 * 1024,
  multipartChunkSize: 5 * 1024 * 1024,
  maxConcurrentRequests: 4,
  offlineTimeoutMs: 300_000,
  prefixedBaseCDN: 'https://ucarecd.net',
  baseURL: 'https://upload.uploadcare.com',
}
