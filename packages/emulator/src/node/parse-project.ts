import type { ProjectOptions } from '../projects/project.js'

/**
 * Parses the `--project` option: `publickey:secretkey`, with more secret keys after further colons.
 *
 * @throws {TypeError} when a key is missing.
 */
export function parseProject(text: string): ProjectOptions {
  const [publicKey = '', ...secretKeys] = text.split(':')
  if (publicKey === '' || secretKeys.length === 0 || secretKeys.includes('')) {
    throw new TypeError('Expected publickey:secretkey, or publickey:first:second for several secret keys.')
  }
  return { publicKey, secretKeys, secureUploading: true }
}
