import type { Form } from '../http/form.js'

/** Reads the comma-separated `tags`. */
export function readTags(form: Pick<Form, 'get'>): string[] {
  const tags = (form.get('tags') ?? '').split(',').map((tag) => tag.trim())
  return tags.filter((tag) => tag !== '')
}
