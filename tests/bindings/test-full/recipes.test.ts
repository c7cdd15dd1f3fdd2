import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { describe, expect, it } from 'vitest'
import { essentials } from '../src/suite/essentials.js'
import { useApp } from '../src/use-app.js'

const resolve = (file: string): string => path.join(import.meta.dirname, '../src', file)

describe.each(['solid/use-upload-queue.ts', 'angular/inject-upload-queue.ts'])('the recipe %s', (file) => {
  it('is in docs/recipes.md as it is tested', async () => {
    const documented = await readFile(path.join(import.meta.dirname, '../../../docs/recipes.md'), 'utf8')
    expect(documented).toContain(await readFile(resolve(file), 'utf8'))
  })
})

describeInChromium('the recipe for Solid', () => {
  essentials(useApp({ entry: resolve('solid/mount.ts') }))
})

describeInChromium('the recipe for Angular', () => {
  essentials(useApp({ entry: resolve('angular/mount.ts') }))
})
