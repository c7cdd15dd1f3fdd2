import type { Observe } from './observe-answer.js'

export { fileWithoutWebCrypto } from './file-without-web-crypto.js'

/** Browsers publish no answers. */
export const observeAnswer: Observe = (_, send) => send()
