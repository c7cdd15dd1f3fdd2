import { createUploadRoutes } from '@secure-uploading/client/routes'
import { expect, it } from 'vitest'
import type { Binding } from '../binding.js'

/** Rendering in Node, without a DOM. */
export function onAServer({ renderOnServer }: Binding): void {
  it('renders an empty list and an idle queue in Node, without a request', async () => {
    let requests = 0
    const routes = createUploadRoutes<{ '~data'?: { files: object } }>({
      endpoint: 'https://app.example/api/uploads',
      fetch: async () => Response.json({ requests: ++requests }),
    })
    const html = await renderOnServer({
      options: { route: routes.route('files') },
      zone: {},
      onRowRender: () => undefined,
      onQueue: () => undefined,
    })
    expect(html).toContain('Drop files here')
    expect(html).toContain('data-status="idle"')
    expect(html).toMatch(/role="button"/)
    expect(html).not.toContain('data-item')
    expect(requests).toBe(0)
  })
}
