/** Emulated pages (jsdom, happy-dom) run in Node, where upload-client's Node build requires the `X-UC-User-Agent` header. */
export const isBrowser = (): boolean =>
  typeof location !== 'undefined' &&
  typeof XMLHttpRequest !== 'undefined' &&
  !(globalThis as { process?: Partial<NodeJS.Process> }).process?.versions?.node
