import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCommands, type CommandBlock } from './commands/find-commands.js'
import { createReader, type Reader, type Run } from './commands/reader.js'
import { shapeOf } from './commands/shape-of.js'
import { startEndpoint, type Endpoint } from './commands/start-endpoint.js'

const KEYS = { UPLOADCARE_PUBLIC_KEY: 'demopublickey', UPLOADCARE_SECRET_KEY: 'demosecretkey' }
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex')
const EMULATOR = 'http://127.0.0.1:7070'
/** Commands that tests/packed and tests/init run, and those for this repository. */
const TESTED_ELSEWHERE =
  /^(?:npm install .+|npm create @secure-uploading\b.*|npx @secure-uploading\/cli init\b.*|npm run (?:demo|dev:uploads)\b.*|npm install|npm test\b.*|cd my-app)$/

const blocks = findCommands()
const executed = new Set<CommandBlock>()

/** Returns a block of a document by its number, and marks it as executed. */
function block(file: string, number = 0): CommandBlock & { output: string } {
  const found = blocks.filter((each) => each.file === file && !isTestedElsewhere(each))[number]
  if (found === undefined) throw new Error(`${file} has no block of commands ${String(number)}`)
  executed.add(found)
  return { output: '', ...found }
}

const isTestedElsewhere = ({ code }: CommandBlock): boolean =>
  code
    .trim()
    .split('\n')
    .every((line) => TESTED_ELSEWHERE.test(line))

const withoutInstallation = (code: string): string => code.replaceAll(/^npm install .*$/gm, '')

let reader: Reader
let emulatorUrl: string
let endpoint: Endpoint

/** Runs a block with the addresses of this machine, and expects its exit code. */
async function paste(code: string, env: Record<string, string> = {}, exitCode = 0): Promise<Run> {
  const filled = code
    .replaceAll(EMULATOR, emulatorUrl)
    .replaceAll(/https:\/\/(?:app|staging)\.example(?:\.com)?\/api\/upload-token/g, endpoint.url)
    .replaceAll('secure-uploading upload ', `secure-uploading upload --base-url ${emulatorUrl} `)
  const run = await reader.run(filled, env)
  expect(run, run.stderr).toMatchObject({ exitCode })
  return run
}

beforeAll(async () => {
  reader = createReader()
  reader.write('image.jpg', PNG)
  reader.write('video.mp4', 'a video')
  reader.write('dist/app.js', 'console.log("no secret")')
  reader.write('package.json', '{ "scripts": { "dev": "node dev.js" } }')
  reader.write('dev.js', "console.log('dev', process.env.VITE_UPLOADCARE_EMULATOR_URL)")

  const { code } = block('apps/docs/pages/curl.md')
  const [, url = ''] = await reader.start(code.replace('7070', '0'), /API: (\S+)/)
  emulatorUrl = url
  endpoint = await startEndpoint()
})

afterAll(async () => {
  endpoint.close()
  await reader.leave()
})

describe('the commands to upload with curl', () => {
  it('sign with the command, and its curl command uploads', async () => {
    const { stdout } = await paste(block('apps/docs/pages/curl.md', 1).code)
    const curl = /^curl .*$/m.exec(stdout)?.[0] ?? ''

    const { stdout: answer } = await paste(curl.replace('https://upload.uploadcare.com', emulatorUrl))
    expect(shapeOf(answer)).toBe('{"file":"<uuid>"}')
  })

  it.each([
    ['core', block('apps/docs/pages/curl.md', 2)],
    ['openssl', block('apps/docs/pages/curl.md', 3)],
  ])('upload with a signature of %s', async (_name, { code }) => {
    const { stdout } = await paste(code)

    expect(shapeOf(stdout)).toBe(shapeOf(block('apps/docs/pages/curl.md', 2).output))
  })

  it('get a token from an endpoint with the session of a user', async () => {
    const { code } = block('apps/docs/pages/curl.md', 4)

    expect(JSON.parse((await paste(code, { SESSION: 'user-42' })).stdout)).toHaveProperty('secureSignature')
  })
})

describe('the commands to start the emulator', () => {
  it.each([
    block('apps/docs/pages/testing.md'),
    block('apps/docs/pages/get-started/parts/run.md'),
    block('packages/emulator/README.md', 1),
  ])('pass its address to the app beside it in $place', async ({ code }) => {
    expect((await paste(withoutInstallation(code))).stdout).toMatch(/^dev http:\/\/127\.0\.0\.1:\d+$/m)
  })

  it('start it in the README', async () => {
    const { code } = block('packages/emulator/README.md')

    await expect(reader.start(code.replace('7070', '0'), /API: http/)).resolves.toBeTruthy()
  })

  it('serve HTTPS with a certificate that Node accepts', async () => {
    const [start = '', , upload = ''] = block('packages/emulator/README.md', 3).code.trim().split('\n')
    const [, url] = await reader.start(`${start} --port 0`, /API: (https:\S+)/)
    reader.write('upload.js', `fetch('${url ?? ''}/_emulator/').then(({ status }) => console.log(status))`)

    expect((await paste(upload)).stdout).toBe('200\n')
  })
})

describe('the commands to control the emulator', () => {
  it('upload with curl, once the signature is filled in', async () => {
    const { code } = block('packages/emulator/README.md', 2)
    const { stdout } = await paste('secure-uploading sign --json', KEYS)
    const { secureSignature, secureExpire } = JSON.parse(stdout) as Record<string, string>
    const filled = code
      .replace('…', secureSignature ?? '')
      .replace(/expire=\d+/, `expire=${secureExpire ?? ''}`)

    expect(shapeOf((await paste(filled)).stdout)).toBe('{"file":"<uuid>"}')
  })

  it('add a fault, and advance the clock', async () => {
    const { stdout } = await paste(
      `${block('packages/emulator/README.md', 4).code}curl ${EMULATOR}/_emulator/faults`,
    )
    expect(stdout).toContain('SignatureExpirationError')
    await paste(`curl -X POST ${EMULATOR}/_emulator/reset`)
  })
})

describe('the commands of the CLI', () => {
  it('sign as the README shows', async () => {
    const { code, output } = block('packages/cli/README.md', 1)

    expect(shapeOf((await paste(code, KEYS)).stdout)).toBe(shapeOf(output))
  })

  it('verify as the README shows', async () => {
    const { code, output } = block('packages/cli/README.md', 2)

    expect(shapeOf((await paste(code, KEYS, 1)).stdout)).toBe(shapeOf(output))
  })

  it('upload as the README shows, with keys and with a token endpoint', async () => {
    const { code, output } = block('packages/cli/README.md', 3)
    const [withKeys = '', withEndpoint = ''] = code.trim().split('\n')
    expect(shapeOf((await paste(withKeys, KEYS)).stdout)).toBe(shapeOf(output))

    const { stdout } = await paste(withEndpoint, { COOKIE: 'session=1' })
    expect(shapeOf(stdout)).toBe('image.jpg  <origin>/<uuid>/')
  })

  it('check an endpoint as the README shows, and a bundle', async () => {
    const { code, output } = block('packages/cli/README.md', 4)
    const [endpointLine = '', bundleLine = ''] = code.trim().split('\n')
    endpoint.isCareless = true
    const { stdout } = await paste(endpointLine, { ...KEYS, SESSION_COOKIE: 'session=1' }, 1).finally(() => {
      endpoint.isCareless = false
    })
    const shown = output.trim().split('\n')
    // The example has another key and HTTPS.
    const found = stdout
      .replace('is on localhost, where plain HTTP is fine', 'uses HTTPS')
      .replace(/^✗ signs with a well-known .*\n.*$/m, '✓ does not sign with a well-known placeholder key')
      .replace(/^2 errors, 1 warning, 13 passed$/m, '1 error, 1 warning, 14 passed')
    expect(found.split('\n')).toEqual(expect.arrayContaining(shown.filter((line) => line !== '…')))

    await paste(bundleLine, KEYS)
  })

  it.each([block('packages/cli/README.md'), block('apps/docs/pages/get-started/parts/production.md')])(
    'check an endpoint without a session in $place',
    async ({ code }) => {
      expect((await paste(code)).stdout).toContain('rejects requests without a session (401)')
    },
  )
})

describe('the variables of the environment', () => {
  it('are read by a backend that is started with the file', async () => {
    const { code } = block('apps/docs/pages/get-started/parts/keys.md')
    reader.write('.env', code.replace('…', 'demopublickey').replace('…', 'demosecretkey'))
    reader.write(
      'backend.mjs',
      `import { createTokenHandler } from '@secure-uploading/server'
       const handle = createTokenHandler({ authorize: 'anyone' })
       console.log((await handle(new Request('http://localhost/', { method: 'POST' }))).status)`,
    )

    expect((await paste('node --env-file=.env backend.mjs')).stdout).toBe('200\n')
  })
})

describe('the documentation', () => {
  it('has no commands that no test runs', () => {
    const others = blocks.filter((each) => !executed.has(each) && !isTestedElsewhere(each))

    expect(others.map(({ place }) => place)).toEqual([])
  })
})
