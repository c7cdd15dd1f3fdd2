/** A file that the plan is about, with a path relative to the project, separated by `/`. */
export type Change =
  | { path: string; kind: 'create'; after: string }
  | { path: string; kind: 'edit'; before: string; after: string }
  /** The file already has what it needs. */
  | { path: string; kind: 'unchanged' }
  /** The file exists with other content, or cannot be edited safely, and is left alone. */
  | { path: string; kind: 'kept'; reason: string }

/** Plans a file that must not exist with other content. */
export function planNewFile(path: string, before: string | undefined, after: string): Change {
  if (before === undefined) return { path, kind: 'create', after }
  // Git may have changed the line endings.
  return before.replaceAll('\r\n', '\n') === after
    ? { path, kind: 'unchanged' }
    : {
        path,
        kind: 'kept',
        reason: 'It exists with other content. Delete it and run init again to get the new file.',
      }
}

/** Plans an edit: `after` is the text of the edited file. */
export function planEdit(path: string, before: string | undefined, after: string): Change {
  if (before === undefined) return { path, kind: 'create', after }
  return before === after ? { path, kind: 'unchanged' } : { path, kind: 'edit', before, after }
}
