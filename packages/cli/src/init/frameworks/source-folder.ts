import type { Project } from '../project/project.js'

/** Returns `src/` if the project has such a folder, and `''` for its root. */
export const sourceFolder = ({ hasFolder }: Project): string => (hasFolder('src') ? 'src/' : '')
