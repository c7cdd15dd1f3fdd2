import type { UploadRequest } from './upload-event.js'

/** The members that each endpoint must return, with a type that `isMember` checks. */
const MEMBERS: Record<UploadRequest, readonly string[]> = {
  base: ['file'],
  from_url: [],
  'from_url/status': ['status'],
  group: ['id', 'files'],
  'group/info': ['id', 'files'],
  info: ['uuid'],
  'multipart/start': ['uuid', 'parts'],
  'multipart/part': [],
  'multipart/complete': ['uuid'],
}

/** Whether an answer has everything that its endpoint must return: only then is it a success. */
export function isCompleteAnswer(name: UploadRequest, answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  const has = (member: string): boolean => isMember((answer as Record<string, unknown>)[member])
  return MEMBERS[name].every(has) && (name !== 'from_url' || has('token') || has('uuid'))
}

const isMember = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== ''
