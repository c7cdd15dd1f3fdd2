/** The templates by name, which is also the name of their folder in `templates/`. */
export const TEMPLATES = {
  next: 'Next (App Router, React)',
  express: 'Express and Vite (React)',
  sveltekit: 'SvelteKit',
} as const

export type TemplateName = keyof typeof TEMPLATES

export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name)

/** The names of the templates for messages. */
export const TEMPLATE_NAMES = Object.keys(TEMPLATES).join(', ')
