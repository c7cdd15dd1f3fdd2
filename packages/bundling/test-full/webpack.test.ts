import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import webpack from 'webpack'
import { moduleThatImports, REASON, SERVER_ENTRIES } from '../test/server-packages.js'

async function errorsOf(entry: string, target: 'web' | 'webworker'): Promise<string> {
  // In this package, so that the imports are found.
  const folder = await mkdtemp(path.join(import.meta.dirname, '.webpack-'))
  try {
    const page = path.join(folder, 'page.mjs')
    await writeFile(page, moduleThatImports(entry))
    const compiler = webpack({ mode: 'production', target, entry: page, output: { path: folder } })
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

it.each(SERVER_ENTRIES)('webpack refuses to put %s into a page, and says why', async (entry) => {
  expect(await errorsOf(entry, 'web')).toMatch(REASON)
})

it.each(SERVER_ENTRIES)('webpack puts %s into a Worker', async (entry) => {
  expect(await errorsOf(entry, 'webworker')).toBe('')
})
