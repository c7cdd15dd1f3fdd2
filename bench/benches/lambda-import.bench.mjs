import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { compare } from '../compare.mjs'

const OURS = `
  import { createTokenHandler } from '@secure-uploading/lambda'
  export const handler = createTokenHandler({
    publicKey: () => process.env.UPLOADCARE_PUBLIC_KEY,
    secretKey: () => process.env.UPLOADCARE_SECRET_KEY,
    authorize: (event) => (event.cookies ? { subject: 'ada' } : null),
  })
`
const NOTHING = "export const handler = async () => ({ statusCode: 200, body: '{}' })"

/** Measures the cost of a cold start: the time to import the bundled handler in a new process, and its size. */
export async function bench() {
  const folder = await mkdtemp(path.join(import.meta.dirname, '.lambda-'))
  try {
    const ours = await bundle(OURS, path.join(folder, 'ours.mjs'))
    const nothing = await bundle(NOTHING, path.join(folder, 'nothing.mjs'))
    const bytes = (await stat(ours)).size
    const [ourTimes, theirTimes] = [[], []]
    const row = await compare({
      name: '',
      ours: () => timed(ours, ourTimes),
      theirs: () => timed(nothing, theirTimes),
    })
    const medians = `${median(ourTimes).toFixed(1)} ms, ${bytes} bytes, vs. ${median(theirTimes).toFixed(1)} ms`
    return [{ ...row, name: `import of the bundled Lambda handler vs. an empty handler (${medians})` }]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function bundle(contents, outfile) {
  await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
  })
  return outfile
}

async function timed(file, times) {
  const program = `const start = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - start)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  times.push(Number(stdout))
  return Number(stdout)
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
