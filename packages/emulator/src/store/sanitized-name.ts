/**
 * Removes the characters that Uploadcare does not allow in a file name. The only dot that stays is the one before the
 * extension. The result may be empty.
 */
export function sanitizedName(fileName: string): string {
  const [, stem = '', extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(fileName) ?? []
  const sanitizedExtension = extension.replace(/[^A-Za-z0-9_]/g, '')
  return stem.replace(/[^A-Za-z0-9_]/g, '') + (sanitizedExtension === '' ? '' : `.${sanitizedExtension}`)
}
