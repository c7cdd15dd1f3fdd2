import { createSigner } from '@secure-uploading/core'
import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { Queue, UploadClient } from '@uploadcare/upload-client'
import { compare, millisecondsOf } from '../compare.mjs'
import { IS_QUICK } from '../effort.mjs'
import { startEmulatorProcess } from '../start-emulator-process.mjs'

const publicKey = 'demopublickey'
const SMALL_FILES = 200
const CONCURRENCY = 4
// Short measurements need more turns, because other processes of the machine add noise.
const SMALL_TURNS = IS_QUICK ? 2 : 12
const LARGE_TURNS = IS_QUICK ? 1 : 4
const small = Buffer.alloc(100 * 1024, 'small')
const large = Buffer.alloc(256 * 1024 * 1024, 'large')

/** Compares SecureUploadClient with UploadClient, which gets a ready signature, for the same files. */
export async function bench() {
  const { url: baseURL, reset, close } = await startEmulatorProcess()
  const signer = createSigner({ secretKey: 'demosecretkey' })
  const fetchToken = async () => ({ publicKey, expiresIn: 1800, ...(await signer.sign({ expiresIn: 1800 })) })

  // A new client for each measurement, so that the first token counts.
  const ours = () => new SecureUploadClient({ baseURL, tokenSource: createTokenSource({ fetchToken }) })
  const signature = await signer.sign({ expiresIn: 86_400 })
  const theirs = () => new UploadClient({ baseURL, publicKey, ...signature })

  const measured = async (work) => {
    const duration = await millisecondsOf(work)
    await reset()
    return duration
  }
  try {
    return [
      await compare({
        name: `upload of ${SMALL_FILES} files of 100 KiB, ${CONCURRENCY} at a time, vs. UploadClient`,
        ours: () =>
          measured(async () => {
            const files = Array.from({ length: SMALL_FILES }, () => small)
            for (const { reason } of await ours().uploadFiles(files, { concurrency: CONCURRENCY })) {
              if (reason) throw reason
            }
          }),
        theirs: () =>
          measured(async () => {
            const client = theirs()
            const queue = new Queue(CONCURRENCY)
            const upload = () => queue.add(() => client.uploadFile(small))
            await Promise.all(Array.from({ length: SMALL_FILES }, upload))
          }),
        turns: SMALL_TURNS,
      }),
      await compare({
        name: 'upload of one file of 256 MiB vs. UploadClient',
        ours: () => measured(() => ours().uploadFile(large)),
        theirs: () => measured(() => theirs().uploadFile(large)),
        turns: LARGE_TURNS,
      }),
    ]
  } finally {
    close()
  }
}
