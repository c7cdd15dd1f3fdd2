import { createUploadsHandler, defineUploads } from '@secure-uploading/express'
import { describe, expect, it } from 'vitest'
import { examineEndpoint } from '../../../src/doctor/endpoint/examine-endpoint.js'
import type { Finding } from '../../../src/doctor/finding.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../demo-project.js'
import { COOKIE } from '../careless-endpoint.js'
import { startApp } from '../start-app.js'
import { complaints } from './find-all.js'

async function examine(query: string): Promise<Record<string, Finding>> {
  const handler = createUploadsHandler({
    publicKey: PUBLIC_KEY,
    secretKey: SECRET_KEY,
    uploads: defineUploads({ avatar: { accept: ['image/*'], maxFiles: 1 } }),
    receipts: { secret: 'a secret of the backend' },
    authorize: (request) => (request.get('cookie') === COOKIE ? { subject: 'user-42' } : null),
  })
  const { href } = await startApp((app) => app.all('/api/upload-token', handler))
  const findings = await examineEndpoint({
    url: new URL(href + query),
    credentials: { cookie: COOKIE },
    secretKeys: [SECRET_KEY],
  })
  return Object.fromEntries(findings.map(({ check, ...finding }) => [check, finding]))
}

describe('the doctor, for an uploads endpoint,', () => {
  it('passes the address of an upload route', async () => {
    expect(complaints(await examine('?route=avatar'))).toEqual([])
  })

  it.each(['', '?route=other'])('names what is missing in the address %j', async (query) => {
    const { answer } = await examine(query)

    expect(answer?.message).toBe("returns 404 to a page's POST: it has no upload route of this name")
    expect(answer?.advice).toBe('Add the name of an upload route to the URL: ?route=<name>.')
  })
})
