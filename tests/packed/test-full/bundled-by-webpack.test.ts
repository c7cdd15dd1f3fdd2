import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ALL_PACKAGES_FOLDER } from '../index.js'
import { describe, expect, it } from 'vitest'
import webpack from 'webpack'
import { moduleThatImports, refusalMessage, SERVER_ENTRIES } from '../test/server-entries.js'

async function errorsOf(entry: string, target: 'web' | 'webworker'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-webpack-'))
  try {
    const compiler = webpack({
      mode: 'production',
      target,
      context: ALL_PACKAGES_FOLDER,
      entry: `data:text/javascript,${encodeURIComponent(moduleThatImports(entry))}`,
      output: { path: folder },
    })
    return await new Promise((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error) reject(error)
        else resolve(stats?.compilation.errors.map((each) => each.message).join('\n') ?? '')
      })
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('webpack', () => {
  it.each(SERVER_ENTRIES)('refuses %s in a page and explains why', async (entry) => {
    expect(await errorsOf(entry, 'web')).toContain(refusalMessage(entry))
  })

  it.each(SERVER_ENTRIES)('bundles %s for a Worker', async (entry) => {
    expect(await errorsOf(entry, 'webworker')).toBe('')
  })
})
