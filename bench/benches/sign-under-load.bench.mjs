import { createSigner } from '@secure-uploading/core'
import { generateSecureSignature } from '@uploadcare/signed-uploads'
import { compare, millisecondsOf } from '../compare.mjs'

const TOKENS = 20_000

/** A token for each of many requests: our signer against the official package. */
export async function bench() {
  const signer = createSigner({ secretKey: 'demosecretkey' })
  return [
    await compare({
      name: `${TOKENS} tokens: a signer, against @uploadcare/signed-uploads`,
      ours: () =>
        millisecondsOf(async () => {
          for (let count = 0; count < TOKENS; count++) await signer.sign({ expiresIn: 1800 })
        }),
      theirs: () =>
        millisecondsOf(() => {
          for (let count = 0; count < TOKENS; count++)
            generateSecureSignature('demosecretkey', { lifetime: 1_800_000 })
        }),
    }),
  ]
}
