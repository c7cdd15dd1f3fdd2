import { createProject, type UncheckedProject } from './create-project.js'
import type { Project, ProjectOptions } from './project.js'

/** A project without its secrets. */
export type ShownProject = Omit<Project, 'secretKeys'> & { secretKeysCount: number }

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
  update(publicKey: string, changes: Partial<Omit<Project, 'publicKey'>>): void
}

/** What the emulator itself may do besides. */
export interface Projects extends ProjectList {
  find(publicKey: string): Project | undefined
  /** Adds a project that came as JSON. */
  addUnchecked(project: UncheckedProject): void
  /** Changes a project as JSON says. */
  updateUnchecked(publicKey: string, changes: UncheckedProject): void
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

  function updateUnchecked(publicKey: string, changes: UncheckedProject): void {
    const project = projects.get(publicKey)
    if (!project) throw new TypeError(`"publicKey" must name a project: "${publicKey}" does not`)
    projects.set(publicKey, createProject({ ...project, ...changes, publicKey }))
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
    reset,
  }
}

function shown({ secretKeys, ...project }: Project): ShownProject {
  return { ...project, secretKeysCount: secretKeys.length }
}
