import path from 'node:path'
import { build } from 'esbuild'

const APP = path.resolve(import.meta.dirname, '..')

/**
 * Bundles the service worker of the playground. The condition `worker` selects the server packages, which refuse bundles for
 * pages.
 *
 * @param {string} outfile
 */
export async function bundleWorker(outfile) {
  await build({
    entryPoints: [path.join(APP, 'playground/worker/run-worker.ts')],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    conditions: ['worker'],
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
}
