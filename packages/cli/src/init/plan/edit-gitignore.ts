/**
 * Adds `.env` files to the text of `.gitignore` if no line is about them, and keeps `.env.example` in the repository.
 */
export function editGitignore(before: string | undefined): string | undefined {
  if (before === undefined) return undefined
  const lines = before.split(/\r?\n/).map((line) => line.trim())
  const ignoresEnv = lines.some((line) => /^\/?(?:\*\*\/)?\.env(?:$|\*|\.\*|\.local$|\*\.local$)/.test(line))
  const ignoresExample = lines.some((line) => /^\/?(?:\*\*\/)?\.env(?:\*|\.\*)$/.test(line))
  const added = [
    ...(ignoresEnv ? [] : ['# Secret keys', '.env', '.env.local']),
    ...(ignoresExample && !lines.includes('!.env.example') ? ['!.env.example'] : []),
  ]
  if (added.length === 0) return before
  const newline = before.includes('\r\n') ? '\r\n' : '\n'
  const start = before.trim() === '' ? '' : `${before.trimEnd()}${newline}${newline}`
  return start + added.join(newline) + newline
}
