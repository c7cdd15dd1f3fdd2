import { createSigner, type Signer } from '@secure-uploading/core'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import type { Mint } from './create-token-issuer.js'

// More projects than this behind one endpoint are signed for as well, only not from memory.
const REMEMBERED_SIGNERS = 64

/** Signs expiries. Signers are remembered by the secret key they were made of, so a rotated key takes effect at once. */
export function createSignatureMint<Args extends unknown[]>({ now }: TokenHandlerOptions<Args>): Mint {
  const signers = new Map<string, Signer>()

  function signerFor(secretKey: string): Signer {
    const remembered = signers.get(secretKey)
    if (remembered) return remembered

    const signer = createSigner({ secretKey, ...(now === undefined ? {} : { now }) })
    signers.set(secretKey, signer)
    const [oldest] = signers.keys()
    if (signers.size > REMEMBERED_SIGNERS && oldest !== undefined) signers.delete(oldest)
    return signer
  }

  return ({ secretKey, expire }) => signerFor(secretKey).sign({ expiresAt: expire })
}
