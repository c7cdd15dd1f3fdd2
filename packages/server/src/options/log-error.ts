/** Creates the default `onError` of an endpoint. */
export function logErrorOf(endpoint: string): (error: unknown, ...args: unknown[]) => void {
  return (error) => {
    console.error(`[secure-uploading] The ${endpoint} failed:`, error)
  }
}
