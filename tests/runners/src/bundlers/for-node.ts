import path from 'node:path'
import { build } from 'esbuild'
import { build as buildWithVite } from 'vite'
import { bundleWithWebpack } from './webpack.js'

/** Bundles a program of a consumer with its packages, for Node. @returns the folder of `program.cjs` or `program.mjs` */
export type ProgramBundler = (folder: string, program: string) => Promise<string>

export const bundleProgramWithEsbuild: ProgramBundler = async (folder, program) => {
  const output = path.join(folder, 'esbuild-node')
  const outfile = path.join(output, 'program.cjs')
  await build({ entryPoints: [path.join(folder, program)], bundle: true, platform: 'node', outfile })
  return output
}

export const bundleProgramWithWebpack: ProgramBundler = async (folder, program) => {
  const output = path.join(folder, 'webpack-node')
  await bundleWithWebpack(folder, {
    target: 'node',
    entry: `./${program}`,
    output: { path: output, filename: 'program.cjs', chunkFilename: '[id].cjs' },
  })
  return output
}

/** Bundles like a server that Vite renders on, with every package inlined. */
export const bundleProgramWithVite: ProgramBundler = async (folder, program) => {
  const outDir = path.join(folder, 'vite-node')
  await buildWithVite({
    root: folder,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: program, outDir, rolldownOptions: { output: { entryFileNames: 'program.mjs' } } },
  })
  return outDir
}
