import type { RejectionCode } from './file-result.js'
import type { Completion, RejectedFile } from './completion.js'

const keyOf = (uuid: string): string => `uploads:rejected:${uuid}`

/** Keeps why a file was deleted, so that the page receives the reason when the webhook was first. */
export async function keepRejection(
  { results, subject, route, onError }: Completion,
  { uuid, code, message }: RejectedFile,
): Promise<void> {
  try {
    await results?.set(keyOf(uuid), { code, message, subject, route: route.name })
  } catch (error) {
    onError(error)
  }
}

/** Returns why a file of this subject and route was deleted, if that is known. */
export async function findKeptRejection(
  { results, subject, route, onError }: Completion,
  uuid: string,
): Promise<RejectedFile | undefined> {
  try {
    const kept = Object(await results?.get(keyOf(uuid))) as Partial<Record<string, unknown>>
    if (kept['subject'] !== subject || kept['route'] !== route.name) return undefined
    // Written by keepRejection: it is the only writer of this key.
    return { uuid, status: 'rejected', code: kept['code'] as RejectionCode, message: String(kept['message']) }
  } catch (error) {
    onError(error)
    return undefined
  }
}
