import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Tests that files that are copied together with several panels have the same content, except for the imported package. */
export function describeCopies(framework: string, appFolder: string, originals: string[]): void {
  describe(`the files of the upload panel for ${framework}`, () => {
    it.each(originals)('have the same content as %s', async (original) => {
      const copy = path.join(appFolder, 'upload-panel', path.basename(original))
      expect(await readWithoutFramework(copy)).toBe(
        await readWithoutFramework(path.resolve(appFolder, '..', original)),
      )
    })
  })
}

async function readWithoutFramework(file: string): Promise<string> {
  return (await readFile(file, 'utf8'))
    .replace(/@secure-uploading\/(react|vue|svelte)/g, 'binding')
    .replace(/@tanstack\/((react|vue)-virtual|virtual-core)/g, 'virtual')
}
