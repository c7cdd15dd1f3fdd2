import type { UploadToken } from '@secure-uploading/core/token'

/**
 * Returns the user that the sessions of a token belong to: the subject of its receipt. The receipt itself is
 * different for each token.
 */
export function ownerOf({ uploadReceipt }: UploadToken): string | undefined {
  try {
    const claims = uploadReceipt?.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
    const bytes = Uint8Array.from(atob(claims), (character) => character.charCodeAt(0))
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown }
    return typeof sub === 'string' ? sub : undefined
  } catch {
    return undefined
  }
}
