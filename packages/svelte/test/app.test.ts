import { createTokenSource, type TokenSource } from '@secure-uploading/client/token-source'
import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import type { DropZoneAttachment, UseUploadQueueReturn } from '../src/index.js'
import App from './app.svelte'

type OnUploads = (uploads: UseUploadQueueReturn<unknown>, zone: DropZoneAttachment) => void

/** Creates a source whose token never arrives, so that nothing is sent. */
const createSource = (): TokenSource =>
  createTokenSource({ fetchToken: async () => new Promise<never>(() => undefined) })

const renderApp = (props: { options?: object; zoneOptions?: unknown; onUploads?: OnUploads } = {}): string =>
  render(App, { props: { options: { source: createSource() }, ...props } }).body

describe('useUploadQueue', () => {
  it('renders an idle queue on a server', () => {
    expect(typeof document).toBe('undefined')
    expect(renderApp()).toContain('<output>idle</output>')
  })

  it('renders files that are added while the component is initialized, and destroys the queue afterwards', () => {
    const seen: UseUploadQueueReturn<unknown>[] = []
    const html = renderApp({
      options: { source: createSource(), autoStart: false },
      onUploads: (uploads) => {
        uploads.queue.add([new File(['Hello'], 'hello.txt')])
        seen.push(uploads)
      },
    })
    expect(html).toContain('<p>hello.txt</p>')
    expect(seen[0]?.current.items).toEqual([])
  })

  it('throws a TypeError for an unknown option', () => {
    const options = { source: createSource(), concurency: 2 }
    expect(() => renderApp({ options })).toThrow('Did you mean "concurrency"?')
  })
})

describe('dropZone', () => {
  it('renders no listener on a server, and is not active', () => {
    const zones: DropZoneAttachment[] = []
    const html = renderApp({ onUploads: (_, zone) => zones.push(zone) })
    expect(html).toMatch(/^(<!--.*?-->)*<div role="button" tabindex="0"( class="")?>/)
    expect(zones[0]?.isDragActive).toBe(false)
  })

  it('throws a TypeError for an invalid option, given directly or by a function', () => {
    const zoneOptions = { multipel: true }
    expect(() => renderApp({ zoneOptions })).toThrow('Did you mean "multiple"?')
    expect(() => renderApp({ zoneOptions: () => zoneOptions })).toThrow('Did you mean "multiple"?')
  })
})
