import { generateSecureSignature, type SecureToken } from '@secure-uploading/core'
import type { ProjectOptions } from '../src/index.js'

export const PUBLIC_KEY = 'demopublickey'
export const SECRET_KEY = 'demosecretkey'

export const demoProject: ProjectOptions = {
  publicKey: PUBLIC_KEY,
  secretKeys: [SECRET_KEY],
  secureUploading: true,
}

/** Creates a signature of the demo project. */
export const signed = async (expiresIn = 60): Promise<SecureToken> =>
  generateSecureSignature(SECRET_KEY, { expiresIn })
