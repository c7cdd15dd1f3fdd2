import { generateSecureSignature, generateUploadReceipt } from '@secure-uploading/core'
import { createUploadsHandler, defineUploads } from '@secure-uploading/server'
import { compare, millisecondsOf } from '../compare.mjs'
import { startEmulatorProcess } from '../start-emulator-process.mjs'

const FILES = 1000
// Each pair measures both in turns of a few files, so that other load of the machine affects both alike.
const TURNS = 5
const FILES_PER_TURN = FILES / TURNS
const NAMES_PER_COMPLETION = 50
const STORED_PER_REQUEST = 100
const CONCURRENCY = 8
const PUBLIC_KEY = 'demopublickey'
const SECRET_KEY = 'demosecretkey'
const RECEIPT_SECRET = 'a secret of the backend'
const HEADERS = {
  Accept: 'application/vnd.uploadcare-v0.7+json',
  Authorization: `Uploadcare.Simple ${PUBLIC_KEY}:${SECRET_KEY}`,
  'Content-Type': 'application/json',
}

/** Compares completions by the uploads handler with the same requests to the REST API, sent directly. */
export async function bench() {
  const emulator = await startEmulatorProcess()
  const complete = createUploadsHandler({
    uploads: defineUploads({ attachments: { maxBytes: '5MB', onUploaded: ({ file }) => file.cdnUrl } }),
    publicKey: PUBLIC_KEY,
    secretKey: SECRET_KEY,
    receipts: { secret: RECEIPT_SECRET },
    authorize: () => ({ subject: 'ada' }),
    apiBaseURL: emulator.url,
    timeLimitMs: 60_000,
  })
  let ofOurs = []
  let ofTheirs = []
  async function prepare(files) {
    await emulator.reset()
    // Alternating, because a measurement that gets the files of the first uploads costs more.
    const uuids = await uploadFiles(emulator.url, 2 * files)
    ofOurs = uuids.filter((_, index) => index % 2 === 0)
    ofTheirs = uuids.filter((_, index) => index % 2 === 1)
  }
  const ours = () => completeFiles(complete, ofOurs.splice(0, FILES_PER_TURN))
  const theirs = () => sendBareRequests(emulator.url, ofTheirs.splice(0, FILES_PER_TURN))
  try {
    // The first requests of both are slower.
    await prepare(FILES_PER_TURN)
    await ours()
    await theirs()
    return [
      await compare({
        name: `${FILES} completions in requests of ${NAMES_PER_COMPLETION}: createUploadsHandler vs. the same requests to the REST API`,
        turns: TURNS,
        beforePair: () => prepare(FILES),
        ours: () => millisecondsOf(ours),
        theirs: () => millisecondsOf(theirs),
      }),
    ]
  } finally {
    emulator.close()
  }
}

async function uploadFiles(url, files) {
  const claims = { subject: 'ada', publicKey: PUBLIC_KEY, tokenId: 'token', route: 'attachments' }
  const uploadReceipt = await generateUploadReceipt(RECEIPT_SECRET, { ...claims, expiresIn: 3600 })
  const token = await generateSecureSignature(SECRET_KEY, { expiresIn: 3600 })
  return mapConcurrently(Array.from({ length: files }), async () => {
    const form = new FormData()
    form.set('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
    form.set('signature', token.secureSignature)
    form.set('expire', token.secureExpire)
    form.set('metadata[uploadReceipt]', uploadReceipt)
    form.set('file', new Blob(['hello']), 'hello.txt')
    const response = await fetch(`${url}/base/`, { method: 'POST', body: form })
    const { file } = await response.json()
    return file
  })
}

async function completeFiles(complete, uuids) {
  for (let start = 0; start < uuids.length; start += NAMES_PER_COMPLETION) {
    const completed = uuids.slice(start, start + NAMES_PER_COMPLETION)
    const request = new Request('http://app.example/api/uploads?route=attachments', {
      method: 'POST',
      body: JSON.stringify({ completed }),
    })
    const { files } = await (await complete(request)).json()
    const other = files.find(({ status }) => status !== 'accepted')
    if (other) throw new Error(`A file was not accepted: ${JSON.stringify(other)}`)
  }
}

async function sendBareRequests(url, uuids) {
  await mapConcurrently(uuids, async (uuid) => {
    await send(`${url}/files/${uuid}/`)
    await send(`${url}/files/${uuid}/metadata/uploadReceipt/`, 'PUT', 'accepted')
  })
  for (let start = 0; start < uuids.length; start += STORED_PER_REQUEST) {
    await send(`${url}/files/storage/`, 'PUT', uuids.slice(start, start + STORED_PER_REQUEST))
  }
}

async function send(url, method = 'GET', body) {
  const response = await fetch(url, {
    method,
    headers: HEADERS,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const json = await response.json()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(json)}`)
}

async function mapConcurrently(items, map) {
  const results = []
  const pending = items.entries()
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (const [index, item] of pending) results[index] = await map(item)
    }),
  )
  return results
}
