import type { JsonObject } from '../json/json-object.js'

/** An app that `init` adds uploads to. */
export interface Project {
  /** The absolute path of the folder with its `package.json`. */
  readonly directory: string
  readonly manifest: JsonObject
  /** The text of `package.json`. */
  readonly manifestText: string
  /** The names of all dependencies, the development dependencies included. */
  readonly dependencies: ReadonlySet<string>
  readonly scripts: Readonly<Record<string, string>>
  readonly usesTypeScript: boolean
  /** Whether `.js` and `.ts` files are ES modules. */
  readonly usesModules: boolean
  readonly frontEnd: FrontEnd
  /** Reads a file of the project. Returns `undefined` when it does not exist. */
  readonly read: (path: string) => string | undefined
  /** Checks whether a folder of the project exists. */
  readonly hasFolder: (path: string) => boolean
}

export type FrontEnd = 'react' | 'vue' | 'svelte' | 'none'
