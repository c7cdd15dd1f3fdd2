import { apiError } from '../errors/upload-api-error.js'
import type { Exchange } from '../http/exchange.js'
import { readBytes } from '../http/read-bytes.js'

/** The fields of a request for an AI image. */
export type ImageFields = Readonly<Record<string, unknown>>

/**
 * Reads the JSON body of a request for an AI image.
 *
 * @returns `undefined` when it is not a JSON object.
 * @throws {UploadApiError} when the body is larger than 1 MiB.
 */
export async function readImageFields({ body }: Pick<Exchange, 'body'>): Promise<ImageFields | undefined> {
  const text = new TextDecoder().decode(await readBytes(body))
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads a text that is required.
 *
 * @throws {UploadApiError} when it is missing.
 */
export function readRequiredText(fields: ImageFields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '') {
    throw apiError('invalid_request', `\`${name}\` is required.`)
  }
  return value
}

/**
 * Reads `aspect_ratio`, two positive integers.
 *
 * @throws {UploadApiError} when it is invalid.
 */
export function readAspectRatio({ aspect_ratio: ratio }: ImageFields): readonly [number, number] | undefined {
  if (ratio === undefined || ratio === null) return undefined
  const sides: readonly unknown[] = Array.isArray(ratio) ? ratio : []
  const [width, height] = sides
  if (sides.length !== 2 || !isSide(width) || !isSide(height)) throw apiError('invalid_aspect_ratio')
  return [width, height]
}

function isSide(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0
}
