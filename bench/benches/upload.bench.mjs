import { createSigner } from '@secure-uploading/core'
import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { Queue, UploadClient } from '@uploadcare/upload-client'
import { compare, millisecondsOf } from '../compare.mjs'
import { IS_QUICK } from '../effort.mjs'
import { startDelayedLine } from '../start-delayed-line.mjs'
import { startEmulatorProcess } from '../start-emulator-process.mjs'

const publicKey = 'demopublickey'
const SMALL_FILES = 200
// Over the line each file takes longer, and less depends on the machine.
const SMALL_FILES_OVER_LINE = 80
const CONCURRENCY = 4
// Short measurements need more turns, because other processes of the machine add noise.
const SMALL_TURNS = IS_QUICK ? 2 : 8
const LARGE_TURNS = IS_QUICK ? 1 : 4
const small = Buffer.alloc(100 * 1024, 'small')
const large = Buffer.alloc(256 * 1024 * 1024, 'large')

/**
 * Compares SecureUploadClient with UploadClient, which gets a ready signature, for the same files: without a line, where
 * the ratio is that of CPU time, and over a line with a round trip.
 */
export async function bench() {
  const { url, reset, close } = await startEmulatorProcess()
  const line = await startDelayedLine(url, '1.1')
  const signer = createSigner({ secretKey: 'demosecretkey' })
  const fetchToken = async () => ({ publicKey, expiresIn: 1800, ...(await signer.sign({ expiresIn: 1800 })) })
  const signature = await signer.sign({ expiresIn: 86_400 })

  // A new client for each measurement, so that the first token counts.
  const ours = (baseURL) =>
    new SecureUploadClient({ baseURL, tokenSource: createTokenSource({ fetchToken }) })
  const theirs = (baseURL) => new UploadClient({ baseURL, publicKey, ...signature })
  const measured = async (work) => {
    const duration = await millisecondsOf(work)
    await reset()
    return duration
  }
  const compareSmall = (baseURL, count, name, turns) =>
    compare({
      name: `${count} files of 100 KiB, ${CONCURRENCY} at a time, ${name}, vs. UploadClient`,
      ours: () =>
        measured(async () => {
          const files = Array.from({ length: count }, () => small)
          for (const { reason } of await ours(baseURL).uploadFiles(files, { concurrency: CONCURRENCY })) {
            if (reason) throw reason
          }
        }),
      theirs: () =>
        measured(async () => {
          const client = theirs(baseURL)
          const queue = new Queue(CONCURRENCY)
          const upload = () => queue.add(() => client.uploadFile(small))
          await Promise.all(Array.from({ length: count }, upload))
        }),
      turns,
    })
  try {
    return [
      await compareSmall(line.url, SMALL_FILES_OVER_LINE, 'round trip of 50 ms', 1),
      await compareSmall(url, SMALL_FILES, 'on one machine', SMALL_TURNS),
      await compare({
        name: 'one file of 256 MiB, on one machine, vs. UploadClient',
        ours: () => measured(() => ours(url).uploadFile(large)),
        theirs: () => measured(() => theirs(url).uploadFile(large)),
        turns: LARGE_TURNS,
      }),
    ]
  } finally {
    line.close()
    close()
  }
}
