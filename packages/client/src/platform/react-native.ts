import { uploadFromUploaded } from '@uploadcare/upload-client'
import { withoutUndefined } from '../options/without-undefined.js'
import { fileWithoutWebCrypto as legacyFile, type DescribeFile } from './file-without-web-crypto.js'

export {
  allowListeners,
  fanOut,
  isLostConnection,
  observeAnswer,
  putPart,
  sendBody,
  toSendable,
  toSliceable,
} from './browser.js'
export { isBrowser } from './is-browser.js'
export { readBlob } from './read-blob.js'

/** Asks upload-client, whose build for React Native has its own SHA-256. */
export const fileWithoutWebCrypto: DescribeFile = (file, options) => {
  const { navigator } = globalThis as { navigator?: Partial<Navigator> }
  // Metro bundles pages, too.
  if (navigator?.product !== 'ReactNative') return legacyFile(file, options)
  return uploadFromUploaded(file.uuid, withoutUndefined({ ...options, onProgress: undefined, fileName: '' }))
}
