/** The settings where nobody gave them. The first three differ from upload-client's. */
export const DEFAULTS = {
  retryThrottledRequestMaxTimes: 5,
  retryNetworkErrorMaxTimes: 5,
  /** The least that Uploadcare takes in parts. From here on a token that lives too short for the file does not matter. */
  multipartMinFileSize: 10 * 1024 * 1024,
  multipartChunkSize: 5 * 1024 * 1024,
  maxConcurrentRequests: 4,
}
