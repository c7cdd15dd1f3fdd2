import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WHERE_ALL_ARE_INSTALLED } from '../index.js'
import { expect, it } from 'vitest'
import webpack from 'webpack'
import { moduleThatImports, reasonToRefuse, SERVER_ENTRIES } from '../test/server-packages.js'

async function errorsOf(entry: string, target: 'web' | 'webworker'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-webpack-'))
  try {
    const compiler = webpack({
      mode: 'production',
      target,
      context: WHERE_ALL_ARE_INSTALLED,
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

it.each(SERVER_ENTRIES)('webpack refuses to put %s into a page, and says why', async (entry) => {
  expect(await errorsOf(entry, 'web')).toContain(reasonToRefuse(entry))
})

it.each(SERVER_ENTRIES)('webpack puts %s into a Worker', async (entry) => {
  expect(await errorsOf(entry, 'webworker')).toBe('')
})
