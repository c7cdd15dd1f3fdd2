import { createProject, type UncheckedProject } from './create-project.js'
import { shownWebhook, type ShownWebhook } from '../webhooks/webhook.js'
import type { Project, ProjectOptions } from './project.js'

/** A project without its secrets. */
export type ShownProject = Omit<Project, 'secretKeys' | 'webhooks'> & {
  webhooks: readonly ShownWebhook[]
  secretKeysCount: number
  /** The last four characters of each secret key, to tell them apart; `''` for one too short to show that much of. */
  secretKeyEndings: readonly string[]
}

/** The projects of an emulator and their switches. */
export interface ProjectList {
  /** Describes every project, without its secret keys. */
  list(): ShownProject[]
  /**
   * Adds a project.
   *
   * @throws {TypeError} naming the option that is wrong, or when there is one with this public key.
   */
  add(project: ProjectOptions): void
  /**
   * Changes a project from the next request on.
   *
   * @throws {TypeError} naming the option that is wrong, or when no project has this public key.
   */
  update(publicKey: string, changes: Partial<Omit<ProjectOptions, 'publicKey'>>): void
}

/** What the emulator itself may do besides. */
export interface Projects extends ProjectList {
  find(publicKey: string): Project | undefined
  /** Adds a project that came as JSON. */
  addUnchecked(project: UncheckedProject): void
  /** Changes a project as JSON says. */
  updateUnchecked(publicKey: string, changes: UncheckedProject): void
  /** Adds a secret key that came as JSON: any of a project's keys verifies. */
  addSecretKey(publicKey: string, secretKey: unknown): void
  /** Removes a secret key by its place in the list, from 0; tells whether it was there. */
  removeSecretKey(publicKey: string, place: number): boolean
  /** Goes back to the projects given at first. */
  reset(): void
}

/** Keeps projects by their public key. */
export function createProjects(initial: readonly ProjectOptions[]): Projects {
  const projects = new Map<string, Project>()

  function addUnchecked(options: UncheckedProject): void {
    const project = createProject(options)
    if (projects.has(project.publicKey)) {
      throw new TypeError(`"publicKey" must be unique: there are two projects "${project.publicKey}"`)
    }
    projects.set(project.publicKey, project)
  }

  function existing(publicKey: string): Project {
    const project = projects.get(publicKey)
    if (!project) throw new TypeError(`"publicKey" must name a project: "${publicKey}" does not`)
    return project
  }

  function updateUnchecked(publicKey: string, changes: UncheckedProject): void {
    projects.set(publicKey, createProject({ ...existing(publicKey), ...changes, publicKey }))
  }

  function addSecretKey(publicKey: string, secretKey: unknown): void {
    const { secretKeys } = existing(publicKey)
    if (secretKeys.some((key) => key === secretKey)) {
      throw new TypeError('"secretKey" must be new: the project has it already')
    }
    updateUnchecked(publicKey, { secretKeys: [...secretKeys, secretKey] })
  }

  function removeSecretKey(publicKey: string, place: number): boolean {
    const { secretKeys } = existing(publicKey)
    if (secretKeys[place] === undefined) return false
    updateUnchecked(publicKey, { secretKeys: secretKeys.filter((_key, other) => other !== place) })
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

const SHORTEST_KEY_WITH_ENDING = 12

function ending(secretKey: string): string {
  return secretKey.length < SHORTEST_KEY_WITH_ENDING ? '' : secretKey.slice(-4)
}
