import { createProject, type UncheckedProject } from './create-project.js'
import { shownWebhook, type ShownWebhook } from '../webhooks/webhook.js'
import type { Project, ProjectOptions } from './project.js'

/** A project without its secrets. */
export type ShownProject = Omit<Project, 'secretKeys' | 'webhooks'> & {
  webhooks: readonly ShownWebhook[]
  secretKeysCount: number
  /** The last four characters of each secret key; `''` for a key too short to reveal them. */
  secretKeyEndings: readonly string[]
}

/** The projects of an emulator and their settings. */
export interface ProjectList {
  /** Lists all projects, without their secret keys. */
  list(): ShownProject[]
  /**
   * Adds a project.
   *
   * @throws {TypeError} when an option is invalid, or the public key is taken.
   */
  add(project: ProjectOptions): void
  /**
   * Changes a project. Takes effect with the next request.
   *
   * @throws {TypeError} when an option is invalid, or no project has this public key.
   */
  update(publicKey: string, changes: Partial<Omit<ProjectOptions, 'publicKey'>>): void
}

/** Internal operations. */
export interface Projects extends ProjectList {
  find(publicKey: string): Project | undefined
  /** Adds a project from unchecked JSON. */
  addUnchecked(project: UncheckedProject): void
  /** Changes a project from unchecked JSON. */
  updateUnchecked(publicKey: string, changes: UncheckedProject): void
  /** Adds a secret key from unchecked JSON. */
  addSecretKey(publicKey: string, secretKey: unknown): void
  /**
   * Removes a secret key by its index.
   *
   * @returns whether it existed.
   */
  removeSecretKey(publicKey: string, index: number): boolean
  /** Restores the initial projects. */
  reset(): void
}

/** Creates the list of projects. */
export function createProjects(initial: readonly ProjectOptions[]): Projects {
  const projects = new Map<string, Project>()

  function addUnchecked(options: UncheckedProject): void {
    const project = createProject(options)
    if (projects.has(project.publicKey)) {
      throw new TypeError(
        `Duplicate "publicKey": project "${project.publicKey}" exists already. Give each project its own key.`,
      )
    }
    projects.set(project.publicKey, project)
  }

  function existing(publicKey: string): Project {
    const project = projects.get(publicKey)
    if (!project) throw new TypeError(`Unknown project "${publicKey}". Add it first.`)
    return project
  }

  function updateUnchecked(publicKey: string, changes: UncheckedProject): void {
    projects.set(publicKey, createProject({ ...existing(publicKey), ...changes, publicKey }))
  }

  function addSecretKey(publicKey: string, secretKey: unknown): void {
    const { secretKeys } = existing(publicKey)
    if (secretKeys.some((key) => key === secretKey)) {
      throw new TypeError('Duplicate "secretKey": the project has this key already.')
    }
    updateUnchecked(publicKey, { secretKeys: [...secretKeys, secretKey] })
  }

  function removeSecretKey(publicKey: string, index: number): boolean {
    const { secretKeys } = existing(publicKey)
    if (secretKeys[index] === undefined) return false
    updateUnchecked(publicKey, { secretKeys: secretKeys.filter((_key, other) => other !== index) })
    return true
  }

  function reset(): void {
    projects.clear()
    for (const project of initial) addUnchecked({ ...project })
  }

  reset()
  return {
    find: (publicKey) => projects.get(publicKey),
    list: () => [...projects.values()].map(shown),
    add: (project) => {
      addUnchecked({ ...project })
    },
    update: updateUnchecked,
    addUnchecked,
    updateUnchecked,
    addSecretKey,
    removeSecretKey,
    reset,
  }
}

function shown({ secretKeys, webhooks, ...project }: Project): ShownProject {
  return {
    ...project,
    webhooks: webhooks.map(shownWebhook),
    secretKeysCount: secretKeys.length,
    secretKeyEndings: secretKeys.map(ending),
  }
}

const MIN_KEY_LENGTH_WITH_ENDING = 12

function ending(secretKey: string): string {
  return secretKey.length < MIN_KEY_LENGTH_WITH_ENDING ? '' : secretKey.slice(-4)
}
