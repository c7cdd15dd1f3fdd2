import type { ProjectOptions } from '../projects/project.js'

/** The prefixes with which frameworks pass a variable to the browser: Next; Vite, SvelteKit and Nuxt; Astro. */
const BROWSER_PREFIXES = ['NEXT_PUBLIC_', 'VITE_', 'PUBLIC_']

/**
 * Creates the variables with which an app uses the emulator: its URL, for the server and for the browser, and the keys of a
 * project. The secret key is only for the server: its variable has no prefix.
 */
export function appEnvironment(url: string, project: ProjectOptions | undefined): Record<string, string> {
  const [secretKey] = project?.secretKeys ?? []
  return {
    UPLOADCARE_EMULATOR_URL: url,
    ...Object.fromEntries(BROWSER_PREFIXES.map((prefix) => [`${prefix}UPLOADCARE_EMULATOR_URL`, url])),
    ...(project && { UPLOADCARE_PUBLIC_KEY: project.publicKey }),
    ...(secretKey !== undefined && { UPLOADCARE_SECRET_KEY: secretKey }),
  }
}
