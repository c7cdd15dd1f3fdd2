/** Leaves of a file's name the symbols that Uploadcare allows, which may be none of them. */
export function sanitizedName(fileName: string): string {
  return fileName.replace(/[^A-Za-z0-9._]/g, '')
}
