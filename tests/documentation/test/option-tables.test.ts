import { describe, expect, it } from 'vitest'
import { SecureUploadClient } from '../../../packages/client/src/index.js'
import { parseDropZoneOptions } from '../../../packages/client/src/drop-zone/parse-drop-zone-options.js'
import { parseShrinkOptions } from '../../../packages/client/src/image-shrink/parse-shrink-options.js'
import { parseQueueOptions } from '../../../packages/client/src/queue/parse-queue-options.js'
import { DEFAULTS } from '../../../packages/client/src/requests/defaults.js'
import { parseSmallFilesOptions } from '../../../packages/client/src/small-files/small-files-options.js'
import { parseTokenSourceOptions } from '../../../packages/client/src/token-source/parse-token-source-options.js'
import { createProject } from '../../../packages/emulator/src/projects/create-project.js'
import { parseServerOptions } from '../../../packages/emulator/src/node/server-options.js'
import { parseTokenOptions, TOKEN_OPTIONS } from '../../../packages/server/src/token/options.js'
import { COMPLETION_OPTIONS, parseCompletionOptions } from '../../../packages/server/src/uploads/options.js'
import { parseWebhookOptions } from '../../../packages/server/src/webhook/options.js'
import { optionTableOf, readOptionTable } from './option-tables.js'

const client = new SecureUploadClient({ tokenEndpoint: 'https://app.example/api/upload-token' })
const token = parseTokenOptions({ publicKey: 'public', secretKey: 'secret', authorize: () => true })
const webhook = parseWebhookOptions({ signingSecret: 'secret', onEvent: () => undefined })
const { restApi } = parseCompletionOptions({}, Date.now)
const queue = parseQueueOptions({ client })
const queueDefaults = {
  autoStart: queue.autoStart,
  allowDuplicates: queue.allowDuplicates,
  keepBytes: queue.keepBytes,
}
const dropZone = parseDropZoneOptions({})
const {
  publicKey: _key,
  secretKeys: _keys,
  ...project
} = createProject({ publicKey: 'public', secretKeys: ['secret'] })
const source = parseTokenSourceOptions({ endpoint: 'https://app.example/api/upload-token' })
const smallFiles = parseSmallFilesOptions({})
const [server] = parseServerOptions({ projects: [] })

const HANDLERS = ['server', 'express', 'fastify', 'next', 'lambda']
const TOKEN_DEFAULTS = {
  expiresIn: token.expiresIn,
  credential: token.credential,
  allowedOrigins: JSON.stringify(token.allowedOrigins),
  trustProxy: token.trustProxy,
}

/** Writes a value as the tables do. */
const textOfValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

type Defaults = Record<string, string | number | boolean>

const TABLES: [file: string, heading: string, defaults: Defaults][] = [
  ...HANDLERS.map((name): [string, string, Defaults] => [
    `packages/${name}/README.md`,
    'Options',
    TOKEN_DEFAULTS,
  ]),
  ['packages/server/README.md', 'Webhooks', { maxBodyBytes: webhook.maxBodyBytes }],
  [
    'packages/server/README.md',
    'Options of the uploads handler',
    { timeLimitMs: restApi.timeLimitMs, apiBaseURL: restApi.baseURL },
  ],
  ['packages/client/README.md', 'Options', { offlineTimeoutMs: DEFAULTS.offlineTimeoutMs }],
  [
    'packages/client/README.md',
    'Many small files',
    { filesPerRequest: smallFiles.filesPerRequest, info: smallFiles.hasInfo },
  ],
  ['packages/client/README.md', 'Upload queue', queueDefaults],
  ['apps/docs/pages/queue.md', 'Options', queueDefaults],
  [
    'packages/client/README.md',
    'Drop zone',
    {
      multiple: dropZone.multiple,
      directory: dropZone.directory,
      paste: dropZone.paste,
      disabled: dropZone.disabled,
    },
  ],
  [
    'packages/react/README.md',
    'useDropZone',
    {
      multiple: dropZone.multiple,
      directory: dropZone.directory,
      paste: dropZone.paste,
      disabled: dropZone.disabled,
    },
  ],
  [
    'packages/client/README.md',
    'Shrinking images',
    { quality: parseShrinkOptions({ maxPixels: 1 }).quality },
  ],
  [
    'packages/client/README.md',
    'createTokenSource',
    {
      credentials: source.credentials,
      timeoutMs: source.timeoutMs,
      maxRetries: source.maxRetries,
      offlineTimeoutMs: source.offlineTimeoutMs,
    },
  ],
  [
    'packages/emulator/README.md',
    'Options of the server',
    { host: server.host, https: server.https === true },
  ],
]

describe('the options in the documentation', () => {
  it.each(TABLES)('of %s, "%s", have the defaults of the code', (file, heading, defaults) => {
    const table = readOptionTable(file, heading)
    const documented = Object.keys(defaults).map((name) => [name, table.get(name)?.split(' ')[0]])

    expect(Object.fromEntries(documented)).toEqual(
      Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, String(value)])),
    )
  })

  it.each(HANDLERS)('of %s name every option of the token handler', (name) => {
    const table = readOptionTable(`packages/${name}/README.md`, 'Options')

    expect([...table.keys()].sort()).toEqual([...TOKEN_OPTIONS].sort())
  })

  it.each([
    ['packages/client/README.md', 'Drop zone'],
    ['packages/react/README.md', 'useDropZone'],
  ])('of %s, "%s", name every option of a drop zone', (file, heading) => {
    expect([...readOptionTable(file, heading).keys()].sort()).toEqual(Object.keys(dropZone).sort())
  })

  it('of a project of the emulator have the names and defaults of the code', () => {
    const table = readOptionTable('packages/emulator/README.md', 'Projects')

    expect(Object.fromEntries(table)).toEqual(
      Object.fromEntries(Object.entries(project).map(([name, value]) => [name, textOfValue(value)])),
    )
  })

  it('of the uploads handler name every option that the token handler lacks', () => {
    const table = readOptionTable('packages/server/README.md', 'Options of the uploads handler')

    expect([...table.keys()].sort()).toEqual(['receipts', 'uploads', ...COMPLETION_OPTIONS].sort())
  })
})

describe('optionTableOf', () => {
  const markdown =
    '## A\n\n## B\n\n| option | Default |\n| --- | --- |\n| `a`, `b` | `1` (one) |\n| `c` | none |\n'

  it('reads the first table after a heading', () => {
    expect(optionTableOf(markdown, 'B')).toEqual(
      new Map([
        ['a', '1 (one)'],
        ['b', '1 (one)'],
        ['c', 'none'],
      ]),
    )
  })

  it('rejects a heading that does not exist, and a table without defaults', () => {
    expect(() => optionTableOf(markdown, 'C')).toThrow('No table after the heading "C"')
    expect(() => optionTableOf(markdown.replace('Default', 'meaning'), 'B')).toThrow('no column "Default"')
  })
})
