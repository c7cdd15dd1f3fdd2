import type { RejectionCode } from '@secure-uploading/core'
import { describeTooLarge } from './describe-too-large.js'
import type { RestFile } from '../rest-api/file.js'
import { isAccepted } from './accept.js'

/** The rules of an upload route, as they are sent to the client. A rule that is absent allows everything. */
export interface UploadRules {
  /** MIME types in lower case; `image/*` stands for all images except `image/svg+xml`. */
  accept?: readonly string[]
  /** The largest size of one file, in **bytes**. */
  maxBytes?: number
  /** The number of files that may be uploaded with one token. */
  maxFiles?: number
}

/** Why a file is rejected, with a message for the user's client. */
export interface BrokenRule {
  code: Exclude<RejectionCode, 'ERR_RECEIPT_INVALID' | 'ERR_FILE_NOT_FOUND'>
  message: string
}

/** Checks the size and the detected type of a file. Returns the broken rule. */
export function findBrokenRule(file: RestFile, { accept, maxBytes }: UploadRules): BrokenRule | undefined {
  if (maxBytes !== undefined && file.size > maxBytes) {
    return { code: 'ERR_FILE_TOO_LARGE', message: describeTooLarge(file.size, maxBytes) }
  }
  if (accept !== undefined && !isAccepted(accept, file.detectedType ?? '')) {
    return {
      code: 'ERR_FILE_TYPE',
      message: `The content of the file is ${file.detectedType ?? 'of an unknown type'}. Accepted types: ${accept.join(', ')}.`,
    }
  }
  return undefined
}

/** Creates the broken rule of a file that exceeds `maxFiles`. */
export function tooManyFiles(maxFiles: number): BrokenRule {
  return {
    code: 'ERR_TOO_MANY_FILES',
    message: `At most ${maxFiles} ${maxFiles === 1 ? 'file is' : 'files are'} accepted with one token.`,
  }
}

/** The broken rule of a file that exceeds the quota. */
export const QUOTA_EXCEEDED: BrokenRule = {
  code: 'ERR_QUOTA_EXCEEDED',
  message: 'The upload quota is exceeded.',
}
