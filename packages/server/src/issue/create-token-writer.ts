import type { SecureToken } from '@secure-uploading/core'

/** What the client attaches to its uploads. */
export type UploadCredential = Readonly<SecureToken> | { authToken: string }

/** All that the client is sent. */
interface TokenContent {
  publicKey: string
  credential: UploadCredential
  /** What is left of its life, in **seconds**. */
  expiresIn: number
  uploadReceipt: string | undefined
}

/** Writes tokens as JSON. Under load one signature goes to many requests in a row: its text is written once. */
export function createTokenWriter(): (content: TokenContent) => string {
  let written: TokenContent | undefined
  let json = ''
  return (content) => {
    if (!written || !isSame(content, written)) {
      const { publicKey, credential, expiresIn, uploadReceipt } = content
      json = JSON.stringify({ publicKey, ...credential, expiresIn, uploadReceipt })
      written = content
    }
    return json
  }
}

const isSame = (one: TokenContent, other: TokenContent): boolean =>
  one.credential === other.credential &&
  one.publicKey === other.publicKey &&
  one.expiresIn === other.expiresIn &&
  one.uploadReceipt === other.uploadReceipt
