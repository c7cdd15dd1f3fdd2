// The page of the browser bench. Each function uploads the files in one way and returns the duration in milliseconds.
import { createTokenSource, SecureUploadClient, uploadSmallFiles } from '@secure-uploading/client'
import { UploadClient } from '@uploadcare/upload-client'

const PUBLIC_KEY = 'demopublickey'

/** Creates random files, so that no layer can compress them. */
function createFiles({ count, bytes }) {
  return Array.from({ length: count }, (_, index) => {
    const content = new Uint8Array(bytes)
    for (let start = 0; start < bytes; start += 65_536) {
      crypto.getRandomValues(content.subarray(start, start + 65_536))
    }
    return new File([content], `${index}.bin`, { type: 'application/octet-stream' })
  })
}

const CONTENDERS = {
  /** SecureUploadClient, which fetches its token from the page's server. */
  async ours(files, { baseURL, onProgress }) {
    const tokenSource = createTokenSource({ endpoint: '/api/upload-token' })
    const client = new SecureUploadClient({ tokenSource, baseURL })
    if (files.length === 1) return client.uploadFile(files[0], { onProgress })
    const outcomes = await client.uploadFiles(files, { onProgress })
    for (const { reason } of outcomes) if (reason) throw reason
    return outcomes
  },
  /** Several files in each request. */
  together: (files, options) => uploadTogether(files, options, {}),
  /** The same without asking for the file info. */
  togetherWithoutInfo: (files, options) => uploadTogether(files, options, { info: false }),
  /** UploadClient with a ready signature and all files at the same time. */
  theirs(files, { baseURL, onProgress, signature }) {
    const client = new UploadClient({ baseURL, publicKey: PUBLIC_KEY, ...signature })
    return Promise.all(files.map((file) => client.uploadFile(file, { onProgress })))
  },
  /** `fetch` of the same bytes with a ready signature, without retries and without asking for the file info. */
  fetch(files, { baseURL, signature }) {
    return Promise.all(
      files.map(async (file) => {
        const body = new FormData()
        body.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
        body.append('signature', signature.secureSignature)
        body.append('expire', signature.secureExpire)
        body.append('file', file)
        const response = await fetch(`${baseURL}/base/`, { method: 'POST', body })
        if (!response.ok) throw new Error(`fetch answered ${response.status}`)
        return response.json()
      }),
    )
  },
}

async function uploadTogether(files, { baseURL, onProgress }, options) {
  const source = createTokenSource({ endpoint: '/api/upload-token' })
  const outcomes = await uploadSmallFiles(source, files, { ...options, baseURL, onProgress })
  for (const { reason } of outcomes) if (reason) throw reason
  return outcomes
}

/** @returns the duration in milliseconds */
window.measure = async (contender, { files: description, hasProgress, ...options }) => {
  const files = createFiles(description)
  const onProgress = hasProgress ? () => undefined : undefined
  const start = performance.now()
  await CONTENDERS[contender](files, { ...options, onProgress })
  return performance.now() - start
}
