import path from 'node:path'
import webpack5, { type Configuration } from 'webpack'
import { createPageFolder, type Bundler } from './bundler.js'

interface Stats {
  compilation: { errors: unknown[] }
}
interface Compiler {
  run: (done: (error: unknown, stats?: Stats) => void) => unknown
}

/** Bundles with webpack 5. */
export const bundleWithWebpack5: Bundler = async (folder) => {
  const output = await createPageFolder(path.join(folder, 'webpack-5'), 'classic')
  await run(webpack5({ ...settingsOf(folder), output: { path: output, filename: 'page.js' } }))
  return output
}

/** Bundles with webpack 4, whose parser supports ES2019: dependencies are compiled to that. */
export const bundleWithWebpack4: Bundler = async (folder, require) => {
  const output = await createPageFolder(path.join(folder, 'webpack-4'), 'classic')
  const webpack4 = require('webpack') as (options: object) => Compiler
  const compiler = webpack4({
    ...settingsOf(folder),
    // Node 20 has no MD4, which is the default.
    output: { path: output, filename: 'page.js', hashFunction: 'sha256' },
    module: {
      rules: [
        {
          test: /\.m?js$/,
          type: 'javascript/auto',
          use: path.join(import.meta.dirname, '../compile-to-es2019.cjs'),
        },
      ],
    },
  })
  await run(compiler)
  return output
}

const settingsOf = (folder: string): Configuration => ({
  mode: 'production',
  context: folder,
  entry: './page.js',
  optimization: { minimize: false },
})

/** @throws {Error} with the errors of the compilation */
async function run(compiler: Compiler): Promise<void> {
  const errors = await new Promise<unknown[]>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error instanceof Error) reject(error)
      else resolve(stats?.compilation.errors ?? [])
    })
  })
  if (errors.length > 0) throw new Error(errors.map(String).join('\n'))
}
