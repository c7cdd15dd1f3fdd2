import { UsageError } from '../usage-error.js'
import type { Framework } from './frameworks/framework.js'
import { FRAMEWORKS } from './frameworks/frameworks.js'
import type { Project } from './project/project.js'

/**
 * Chooses the framework that the user named, or the one that the project uses. Returns `undefined` for an unknown one.
 *
 * @throws {UsageError} if the folder is the root of a workspace
 */
export function chooseFramework(project: Project, id: string | undefined): Framework | undefined {
  const found = FRAMEWORKS.find((framework) =>
    id === undefined ? framework.isUsedBy(project) : framework.id === id,
  )
  const isWorkspaceRoot =
    project.manifest['workspaces'] !== undefined || project.read('pnpm-workspace.yaml') !== undefined
  if (found === undefined && isWorkspaceRoot) {
    throw new UsageError(
      `${project.directory} is the root of a workspace. Run init in the folder of the app, or pass it with --directory.`,
    )
  }
  return found
}
