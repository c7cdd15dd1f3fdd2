/**
 * Makes sure that nobody signs by hand what the token source signs.
 *
 * @throws {TypeError} when there is a `secureSignature` or a `secureExpire`.
 */
export function assertNoSignature(options: object): void {
  for (const name of ['secureSignature', 'secureExpire']) {
    if (name in options) {
      throw new TypeError(
        `"${name}" comes from the token endpoint. Leave it out, or use UploadClient for a fixed one`,
      )
    }
  }
}
