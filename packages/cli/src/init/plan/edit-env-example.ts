const VARIABLES = ['UPLOADCARE_PUBLIC_KEY', 'UPLOADCARE_SECRET_KEY'] as const

const EXPLANATION = `# The keys of your Uploadcare project: in the dashboard, open the project, then "API keys".
# Switch on "Signed uploads" there, too, in the project's settings, "Uploading". Otherwise Uploadcare accepts uploads without a token.
# The secret key is only for the server. Never give it a prefix such as NEXT_PUBLIC_ or VITE_, and never commit it.`

/** Adds the variables of the keys to the text of `.env.example`. */
export function editEnvExample(before: string | undefined): string {
  const missing = VARIABLES.filter(
    (name) => !new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`, 'm').test(before ?? ''),
  )
  if (missing.length === 0) return before ?? ''
  const added = `${EXPLANATION}\n${missing.map((name) => `${name}=\n`).join('')}`
  return before === undefined || before.trim() === '' ? added : `${before.trimEnd()}\n\n${added}`
}
