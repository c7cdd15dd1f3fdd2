import type { RejectionCode } from '@secure-uploading/core'
import type { Completion, RejectedFile } from './completion.js'

// Several projects can share a store, and a user may name the UUID of a file in another project.
const keyOf = ({ keys }: Completion, uuid: string): string => `uploads:rejected:${keys.publicKey}:${uuid}`

/** Keeps why a file was deleted, so that the page receives the reason when the webhook was first. */
export async function keepRejection(
  completion: Completion,
  { uuid, code, message }: RejectedFile,
): Promise<void> {
  const { results, subject, route, onError } = completion
  try {
    await results?.set(keyOf(completion, uuid), { code, message, subject, route: route.name })
  } catch (error) {
    onError(error)
  }
}

/** Returns why a file of this subject and route was deleted, if that is known. */
export async function findKeptRejection(
  completion: Completion,
  uuid: string,
): Promise<RejectedFile | undefined> {
  const { results, subject, route, onError } = completion
  try {
    const kept = Object(await results?.get(keyOf(completion, uuid))) as Partial<Record<string, unknown>>
    if (kept['subject'] !== subject || kept['route'] !== route.name) return undefined
    // Written by keepRejection: it is the only writer of this key.
    return { uuid, status: 'rejected', code: kept['code'] as RejectionCode, message: String(kept['message']) }
  } catch (error) {
    onError(error)
    return undefined
  }
}
