import type { NewFile } from '../frameworks/framework.js'
import { sourceFolder } from '../frameworks/source-folder.js'
import type { FrontEnd, Project } from '../project/project.js'
import { domModule } from './dom-module.js'
import { reactComponent } from './react-component.js'
import { svelteComponent } from './svelte-component.js'
import { vueComponent } from './vue-component.js'

/** A component that uploads. */
export interface Component {
  file: NewFile
  /** Our packages that it imports, without their scope. */
  packages: readonly string[]
  /** Code that shows it. */
  usage: string
}

/** How the bundler passes a variable of the environment to the browser. */
export type Bundler = 'NEXT' | 'VITE' | 'ASTRO'

const EMULATOR_URL: Record<Bundler, string> = {
  NEXT: 'process.env.NEXT_PUBLIC_UPLOADCARE_EMULATOR_URL',
  VITE: 'import.meta.env.VITE_UPLOADCARE_EMULATOR_URL',
  ASTRO: 'import.meta.env.PUBLIC_UPLOADCARE_EMULATOR_URL',
}

/** Creates the component for a front end in a folder. */
export function componentOf(
  frontEnd: FrontEnd,
  { usesTypeScript }: Pick<Project, 'usesTypeScript'>,
  folder: string,
  bundler: Bundler,
): Component {
  const client = clientLines(EMULATOR_URL[bundler])
  switch (frontEnd) {
    case 'react':
      return {
        file: {
          path: `${folder}/file-upload.${usesTypeScript ? 'tsx' : 'jsx'}`,
          text: reactComponent(client, bundler === 'NEXT'),
        },
        packages: ['client', 'react'],
        usage: `<FileUpload /> from ${folder}/file-upload`,
      }
    case 'vue':
      return {
        file: { path: `${folder}/FileUpload.vue`, text: vueComponent(client, usesTypeScript) },
        packages: ['client', 'vue'],
        usage: `<FileUpload /> from ${folder}/FileUpload.vue`,
      }
    case 'svelte':
      return {
        file: { path: `${folder}/FileUpload.svelte`, text: svelteComponent(client, usesTypeScript) },
        packages: ['client', 'svelte'],
        usage: `<FileUpload /> from ${folder}/FileUpload.svelte`,
      }
    case 'none':
      return {
        file: {
          path: `${folder}/file-upload.${usesTypeScript ? 'ts' : 'js'}`,
          text: domModule(client, usesTypeScript),
        },
        packages: ['client'],
        usage: `showFileUpload(element) from ${folder}/file-upload`,
      }
  }
}

/** Creates the component for a backend, if a front end is built in the same package. */
export function backendComponent(project: Project): {
  files: readonly NewFile[]
  packages: readonly string[]
  steps: readonly string[]
} {
  if (project.frontEnd === 'none' && !project.dependencies.has('vite')) {
    return {
      files: [],
      packages: [],
      steps: [
        'In the front end, install @secure-uploading/client and @uploadcare/upload-client, and upload with new SecureUploadClient({ tokenEndpoint }).uploadFile(file).',
      ],
    }
  }
  const component = componentOf(project.frontEnd, project, `${sourceFolder(project)}components`, 'VITE')
  return {
    files: [component.file],
    packages: component.packages,
    steps: [`Show the component in a page: ${component.usage}.`],
  }
}

const clientLines = (
  emulatorUrl: string,
): string => `// Set only by the script "dev:uploads". Without it, files go to Uploadcare.
const emulatorUrl = ${emulatorUrl}
const client = new SecureUploadClient({
  tokenEndpoint: '/api/upload-token',
  baseURL: emulatorUrl,
  baseCDN: emulatorUrl,
})`
