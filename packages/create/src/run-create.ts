import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { copyTemplate, readVersion } from './copy-template.js'
import { parseWords } from './parse-words.js'
import { isTemplateName, TEMPLATE_NAMES, TEMPLATES, type TemplateName } from './templates.js'
import { UsageError } from './usage-error.js'

export interface CreateEnvironment {
  env: Readonly<Record<string, string | undefined>>
  directory: string
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Missing without a terminal. Resolves to `undefined` after Ctrl-C. */
  ask: ((question: string) => Promise<string | undefined>) | undefined
}

const PAGES: Record<TemplateName, string> = {
  next: 'http://localhost:3000/upload',
  express: 'http://localhost:3000/upload.html',
  sveltekit: 'http://localhost:5173/upload',
}
const ENDPOINTS: Record<TemplateName, string> = {
  next: 'app/api/upload-token/route.ts',
  express: 'upload-token.ts',
  sveltekit: 'src/routes/api/upload-token/+server.ts',
}
const EXIT_CODE = { success: 0, failed: 1, usage: 2, interrupted: 130 } as const

const HELP = `Usage: npm create @secure-uploading [folder] -- [--template <name>]

Creates an app with secure uploads to Uploadcare in a new or empty folder. It runs with the emulator, without an account.

Templates:
${Object.entries(TEMPLATES)
  .map(([name, title]) => `  ${name.padEnd(10)} ${title}`)
  .join('\n')}

Options:
  -t, --template <name>  the template (default: ask)
  -V, --version          print the version
  -h, --help             print this help

Example:
  $ npm create @secure-uploading my-app -- --template next

To add uploads to an app that exists, run: npx @secure-uploading/cli init
Exit codes: 0 success, 1 failure, 2 usage error, 130 interrupted (Ctrl-C).`

/** Creates a project. Never rejects.
 *
 * @returns the exit code
 */
export async function runCreate(words: readonly string[], environment: CreateEnvironment): Promise<number> {
  try {
    return await create(words, environment)
  } catch (error) {
    environment.printError(`error: ${error instanceof Error ? error.message : String(error)}`)
    return error instanceof UsageError ? EXIT_CODE.usage : EXIT_CODE.failed
  }
}

async function create(words: readonly string[], environment: CreateEnvironment): Promise<number> {
  const { env, directory, print, ask } = environment
  const request = parseWords(words, env)
  if (request.help || request.version) {
    print(request.help ? HELP : await readVersion())
    return EXIT_CODE.success
  }
  const name =
    request.folder ?? (await answer(ask, 'Folder of the new project (uploads): ', 'uploads', 'the folder'))
  if (name === undefined) return EXIT_CODE.interrupted
  const folder = path.resolve(directory, name)
  await assertEmpty(folder)
  const template = request.template ?? (await askForTemplate(ask))
  if (template === undefined) return EXIT_CODE.interrupted

  await mkdir(folder, { recursive: true })
  const packageManager = /^(?:npm|pnpm|yarn|bun)\b/.exec(env['npm_config_user_agent'] ?? '')?.[0] ?? 'npm'
  await copyTemplate(template, folder, packageManager)
  print(nextSteps(path.relative(directory, folder), template, packageManager))
  return EXIT_CODE.success
}

async function answer(
  ask: CreateEnvironment['ask'],
  question: string,
  preset: string,
  missing: string,
): Promise<string | undefined> {
  if (ask === undefined) {
    throw new UsageError(
      `Pass ${missing}, because there is no terminal to ask: npm create @secure-uploading my-app -- --template next`,
    )
  }
  const text = await ask(question)
  return text?.trim() === '' ? preset : text?.trim()
}

async function askForTemplate(ask: CreateEnvironment['ask']): Promise<TemplateName | undefined> {
  const text = await answer(ask, `Template: ${TEMPLATE_NAMES} (next): `, 'next', 'the template')
  if (text !== undefined && !isTemplateName(text)) {
    throw new UsageError(`Unknown template "${text}". Expected one of: ${TEMPLATE_NAMES}.`)
  }
  return text
}

/** @throws {UsageError} if the folder has files; a repository without files is empty. */
async function assertEmpty(folder: string): Promise<void> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return [folder]
    throw error
  })
  if (files.some((file) => file !== '.git')) {
    throw new UsageError(
      `${folder} is not empty. Choose another folder. To add uploads to an app that exists, run: npx @secure-uploading/cli init`,
    )
  }
}

function nextSteps(folder: string, template: TemplateName, manager: string): string {
  return `Created ${folder || '.'} from the template ${template}. Next steps:
${folder === '' ? '' : `  cd ${/\s/.test(folder) ? `"${folder}"` : folder}\n`}  ${manager} install
  ${manager} run dev:uploads    starts the app and the emulator: open ${PAGES[template]}

Before you deploy, edit "authorize" in ${ENDPOINTS[template]}: it decides who may upload, and refuses everyone until you do.
README.md says where the keys come from.`
}
