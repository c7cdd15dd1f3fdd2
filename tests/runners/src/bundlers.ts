import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { transform } from 'esbuild'
import { runNode } from './run-program.js'

/** Bundles `page.js` of a consumer. @returns the script, for a page */
export type Bundler = (folder: string, require: NodeJS.Require) => Promise<string>

interface Webpack4Stats {
  compilation: { errors: unknown[] }
}
type Webpack4 = (options: object) => { run: (done: (error: unknown, stats: Webpack4Stats) => void) => void }

/** Bundles with webpack 4, whose parser supports ES2019: dependencies are compiled to that. */
export const bundleWithWebpack4: Bundler = async (folder, require) => {
  const webpack = require('webpack') as Webpack4
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: './page.js',
    // Node 20 has no MD4, which is the default.
    output: { path: path.join(folder, 'webpack'), filename: 'page.js', hashFunction: 'sha256' },
    optimization: { minimize: false },
    module: {
      rules: [
        {
          test: /\.m?js$/,
          type: 'javascript/auto',
          use: path.join(import.meta.dirname, 'compile-to-es2019.cjs'),
        },
      ],
    },
  })
  const errors = await new Promise<unknown[]>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error instanceof Error) reject(error)
      else resolve(stats.compilation.errors)
    })
  })
  if (errors.length > 0) throw new Error(errors.map(String).join('\n'))
  return readFile(path.join(folder, 'webpack/page.js'), 'utf8')
}

/** Bundles with Parcel 2, which takes the current folder of its process as the project. */
export const bundleWithParcel: Bundler = async (folder, require) => {
  const program = path.join(import.meta.dirname, 'run-parcel.cjs')
  await runNode([program, require.resolve('./package.json')], { cwd: folder, env: {} })
  const script = await readFile(path.join(folder, 'parcel/page.js'), 'utf8')
  return (await transform(script, { format: 'iife' })).code
}
