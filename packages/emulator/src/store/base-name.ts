/** Returns the last segment of a path, with slashes or backslashes: SDKs send the path of a file as its name. */
export function baseName(fileName: string): string {
  return /[^/\\]*$/.exec(fileName)?.[0] ?? ''
}
