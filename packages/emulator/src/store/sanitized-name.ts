/** Removes the characters that Uploadcare does not allow in a file name. The result may be empty. */
export function sanitizedName(fileName: string): string {
  return fileName.replace(/[^A-Za-z0-9._]/g, '')
}
