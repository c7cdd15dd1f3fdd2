import type { FileEdit, Framework, Setup } from '../frameworks/framework.js'
import type { PackageManager } from '../project/find-package-manager.js'
import type { Project } from '../project/project.js'
import { planEdit, planNewFile, type Change } from './change.js'
import { editEnvExample } from './edit-env-example.js'
import { editGitignore } from './edit-gitignore.js'
import { editManifest } from './edit-manifest.js'
import { DEV_SCRIPT, planCheck } from './plan-check.js'
import type { Plan } from './plan.js'

/** The versions of the packages that `init` adds. */
export interface Versions {
  /** Of all our packages. */
  ours: string
  uploadClient: string
}

/** Plans all changes and steps. Writes nothing. */
export function createPlan(
  project: Project,
  framework: Framework,
  packageManager: PackageManager,
  versions: Versions,
): Plan {
  const setup = framework.setUp(project)
  const edits = (setup.edits ?? []).map((edit) => planFileEdit(project, edit))
  const inner = innerCommand(project, setup, packageManager)
  const changes: Change[] = [
    ...setup.files.map(({ path, text }) => planNewFile(path, project.read(path), text)),
    ...edits.flatMap(({ change }) => change),
    ...envFiles(project),
    planEdit(
      'package.json',
      project.manifestText,
      editManifest(project, {
        dependencies: packagesOf(setup, versions),
        devDependencies: { '@secure-uploading/emulator': `^${versions.ours}` },
        scripts:
          inner === undefined ? {} : { [DEV_SCRIPT]: `secure-uploading-emulator --port 0 -- ${inner}` },
      }),
    ),
  ]
  const manual = [...setup.steps, ...edits.flatMap(({ step }) => step)]
  return {
    framework,
    packageManager,
    changes,
    steps: stepsOf(setup, manual, packageManager, inner !== undefined),
    endpoint: setup.endpoint,
    check: planCheck(project, setup, inner !== undefined),
  }
}

function planFileEdit(
  project: Project,
  { path, after, step }: FileEdit,
): { change: Change[]; step: string[] } {
  if (after === undefined) {
    const reason = 'The place for the change was not found. The steps below say what to add.'
    return { change: [{ path, kind: 'kept', reason }], step: [step] }
  }
  return { change: [planEdit(path, project.read(path), after)], step: [] }
}

function envFiles({ read }: Project): Change[] {
  const gitignore = read('.gitignore')
  const ignored = editGitignore(gitignore)
  return [
    planEdit('.env.example', read('.env.example'), editEnvExample(read('.env.example'))),
    ...(ignored === undefined ? [] : [planEdit('.gitignore', gitignore, ignored)]),
  ]
}

function packagesOf({ packages }: Setup, { ours, uploadClient }: Versions): Record<string, string> {
  return {
    ...Object.fromEntries(packages.map((name) => [`@secure-uploading/${name}`, `^${ours}`])),
    ...(packages.includes('client') && { '@uploadcare/upload-client': uploadClient }),
  }
}

/** The command that the emulator starts: the app in development. */
function innerCommand({ scripts }: Project, { start }: Setup, { run }: PackageManager): string | undefined {
  const script = ['dev', 'start:dev', 'start'].find((name) => scripts[name] !== undefined)
  // The script starts the emulator already.
  if (script !== undefined && scripts[script]?.includes('secure-uploading-emulator')) return undefined
  return script === undefined ? start : run(script)
}

function stepsOf(
  { endpoint, page, endpointUrl, envFile }: Setup,
  manual: readonly string[],
  { run, download }: PackageManager,
  hasDevScript: boolean,
): string[] {
  const opened = page === undefined ? '' : `, then open ${page}`
  return [
    ...(endpoint === undefined
      ? []
      : [
          `Edit "authorize" in ${endpoint}: it decides who may upload. Until you do, every request gets a 401, except in development with the emulator.`,
        ]),
    ...manual,
    ...(hasDevScript
      ? [`Try it without an account: ${run(DEV_SCRIPT)}${opened}. It starts the emulator beside the app.`]
      : []),
    `To upload to Uploadcare, copy .env.example to ${envFile} and fill in the keys: in the dashboard, open your project, then "API keys". In its settings, "Uploading", switch on "Signed uploads": otherwise Uploadcare accepts uploads without a token.`,
    ...(envFile === '.env'
      ? ['If nothing loads .env into the environment of the server yet, start it with: node --env-file=.env']
      : []),
    `Check the endpoint while the app runs, also after each change of "authorize": ${download(`@secure-uploading/cli doctor ${endpointUrl}`)}`,
    'Restrict types, sizes and numbers of files on the backend with upload routes: defineUploads and createUploadsHandler.',
  ]
}
