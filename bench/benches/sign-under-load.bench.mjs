import { createSigner } from '@secure-uploading/core'
import { generateSecureSignature } from '@uploadcare/signed-uploads'
import { compare, millisecondsOf } from '../compare.mjs'

const TOKENS = 20_000

/** Compares our signer with the official package for many tokens. */
export async function bench() {
  const signer = createSigner({ secretKey: 'demosecretkey' })
  return [
    await compare({
      name: `${TOKENS} tokens: a signer vs. @uploadcare/signed-uploads`,
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
