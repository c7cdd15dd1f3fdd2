/**
 * Reads a JSON object from a request.
 *
 * @throws {TypeError} when the body is not a JSON object.
 */
export async function readJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const json: unknown = await request.json().catch(() => undefined)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new TypeError('The body must be a JSON object')
  }
  return { ...json }
}
