import type { Project } from '../project/project.js'

/** A framework that `init` recognizes. */
export interface Framework {
  /** The value of `--framework`. */
  readonly id: string
  readonly title: string
  readonly isUsedBy: (project: Project) => boolean
  /** Creates the parts of the plan that depend on the framework. Writes nothing. */
  readonly setUp: (project: Project) => Setup
}

export interface Setup {
  /** Our packages that the app imports, without their scope. */
  packages: readonly string[]
  /** The file with `authorize`, relative to the project. Missing when no file is written. */
  endpoint?: string
  files: readonly NewFile[]
  edits?: readonly FileEdit[]
  /** What the user has to do to mount the endpoint and to show the component. */
  steps: readonly string[]
  /** The address of the page with the component while the app runs in development. */
  page?: string
  /** The address of the token endpoint in development. */
  endpointUrl: string
  /** Whether the framework reads `.env` in development. The name of the file to copy `.env.example` to. */
  envFile: '.env' | '.env.local'
  /** Whether the endpoint answers in the started app after the plan, without a step of the user. */
  answersWhenStarted?: boolean
  /** Starts the app if `package.json` has no script `dev`. */
  start?: string
}

export interface NewFile {
  /** Relative to the project, separated by `/`. */
  path: string
  text: string
}

/** An edit of an existing file. */
export interface FileEdit {
  path: string
  /** The text of the edited file, or `undefined` if the place for the edit was not found. */
  after: string | undefined
  /** What the user has to do if the place was not found. */
  step: string
}

/** The path of the token endpoint: the client's default. */
export const ENDPOINT_PATH = '/api/upload-token'
