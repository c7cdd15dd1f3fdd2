/**
 * What depends on the platform. Bundlers for browsers and for React Native replace this module with `browser.ts` and
 * `react-native.ts`: see the fields `browser` and `react-native` of `package.json`. This one works everywhere except that
 * it knows no file addresses in React Native. Workers without a `window` are no browsers here: they cannot load upload-client's
 * browser build.
 */
export { allowListeners } from './allow-listeners.js'
export { sendBody, toSendable, toSliceable } from './bodies.js'
export { fanOut, type AbortFan } from './fan-out.js'
export { fileWithoutWebCrypto } from './file-without-web-crypto.js'
export { isBrowser } from './is-browser.js'
export { isLostConnection } from './is-lost-connection.js'
export { observeAnswer } from './observe-answer.js'
export { putPart } from './put-part.js'
export { readBlob } from './read-blob.js'
