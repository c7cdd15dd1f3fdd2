// The page of the memory bench. Its uploads are answered in the page.
import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { createUploadQueue } from '@secure-uploading/client/queue'
import { AnsweredRequest, answerOf } from './answered-request.js'

const FILE_BYTES = 10_240

window.XMLHttpRequest = AnsweredRequest

const token = {
  publicKey: 'demopublickey',
  secureSignature: 'a'.repeat(64),
  secureExpire: '4102444800',
  expiresIn: 100_000,
}
const createQueue = (autoStart) => {
  const tokenSource = createTokenSource({ fetchToken: () => Promise.resolve(token) })
  return createUploadQueue({ client: new SecureUploadClient({ tokenSource }), autoStart })
}

/** The ways to hold files. The result is kept until the page is closed. */
const HOLDERS = {
  queued(files) {
    const queue = createQueue(false)
    queue.add(files)
    return [queue, queue.getSnapshot()]
  },
  async uploaded(files) {
    const queue = createQueue(true)
    queue.add(files)
    const items = await queue.settled()
    const wrong = items.find(({ status }) => status !== 'uploaded')
    if (wrong) throw wrong.error ?? new Error(`A file is ${wrong.status}`)
    return [queue, queue.getSnapshot()]
  },
  queuedObjects: (files) =>
    files.map((file, index) => ({ id: String(index), file, status: 'queued', progress: 0 })),
  uploadedObjects: (files) =>
    files.map((file, index) => ({
      ...{ id: String(index), file, status: 'uploaded', progress: 1 },
      uploaded: JSON.parse(answerOf(file, String(index))),
    })),
}

window.createFiles = (count) => {
  const content = new Uint8Array(FILE_BYTES)
  window.files = Array.from({ length: count }, (_, index) => new File([content], `photo-${index}.jpg`))
}

window.hold = async (holder) => {
  window.held = await HOLDERS[holder](window.files)
}
