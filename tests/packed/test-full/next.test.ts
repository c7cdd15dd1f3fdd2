import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { verifySecureSignature } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { installConsumer } from './consumer/install-consumer.js'
import { runIn } from './consumer/run-in.js'
import { SIGNING_CODE } from './consumer/signing-code.js'
import { startNext } from './consumer/start-next.js'

const project = installConsumer('next')

describe('a Next project', () => {
  it('builds without a secret, keeps signing code out of the page and issues tokens from both routers', async () => {
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await runIn(project.folder, 'npx', ['--no-install', 'next', 'build'], env)

    const scripts = await pageScripts(path.join(project.folder, '.next/static'))
    expect(scripts).toContain('UploadcareUploadClient')
    expect(scripts).not.toMatch(SIGNING_CODE)

    const server = await startNext(project.folder, {
      UPLOADCARE_PUBLIC_KEY: 'demopublickey',
      UPLOADCARE_SECRET_KEY: 'demosecretkey',
    })
    try {
      for (const route of ['/api/upload-token', '/api/pages-upload-token']) {
        const requestToken = async (headers: Record<string, string>): Promise<Response> =>
          fetch(server.url + route, { method: 'POST', headers })
        const token = (await (await requestToken({ cookie: 'session=1' })).json()) as Record<string, string>
        const wire = { signature: token['secureSignature'], expire: token['secureExpire'] }
        expect(await verifySecureSignature('demosecretkey', wire)).toEqual({ valid: true })
        expect((await requestToken({})).status).toBe(401)
      }
    } finally {
      await server.close()
    }
  })
})

async function pageScripts(folder: string): Promise<string> {
  const paths = await readdir(folder, { recursive: true })
  const scripts = paths.filter((each) => each.endsWith('.js'))
  return (await Promise.all(scripts.map((each) => readFile(path.join(folder, each), 'utf8')))).join('\n')
}
