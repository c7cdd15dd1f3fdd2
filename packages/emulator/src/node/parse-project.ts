import type { ProjectOptions } from '../projects/project.js'

/**
 * Reads a project as the command takes it: `publickey:secretkey`, and more secret keys after further colons.
 *
 * @throws {TypeError} when a key is missing.
 */
export function parseProject(text: string): ProjectOptions {
  const [publicKey = '', ...secretKeys] = text.split(':')
  if (publicKey === '' || secretKeys.length === 0 || secretKeys.includes('')) {
    throw new TypeError(
      'A project is given as publickey:secretkey, several secret keys as publickey:first:second',
    )
  }
  return { publicKey, secretKeys, secureUploading: true }
}
