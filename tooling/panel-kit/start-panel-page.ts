import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { listen, startUploadService, type RunningDemo } from '@secure-uploading/demo-kit'
import { createTokenHandler } from '@secure-uploading/server'
import { Hono } from 'hono'

/** Starts the built page of a panel, with a token endpoint and the emulator, on free ports. */
export async function startPanelPage(pageFolder: string): Promise<RunningDemo> {
  const uploads = await startUploadService({ emulatorPort: 0, uploadcareKeys: undefined })
  const { publicKey, secretKey } = uploads
  const issueToken = createTokenHandler({ publicKey, secretKey, authorize: () => ({ subject: 'ada' }) })
  const html = (await readFile(path.join(pageFolder, 'index.html'), 'utf8')).replace(
    '<html lang="en">',
    `<html lang="en" data-upload-url="${uploads.url ?? ''}">`,
  )
  const app = new Hono()
  app.all('/api/upload-token', (c) => issueToken(c.req.raw))
  app.get('/', (c) => c.html(html))
  app.use(serveStatic({ root: path.relative(process.cwd(), pageFolder) }))
  const handle = getRequestListener(app.fetch)
  const web = await listen((request, response) => void handle(request, response), 0)
  return {
    url: web.url,
    uploads,
    async close() {
      await Promise.all([web.close(), uploads.close()])
    },
  }
}
