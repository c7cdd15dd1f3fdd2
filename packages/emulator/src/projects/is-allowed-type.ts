/** Tells whether a MIME type is one of those allowed; `image/*` allows all of its kind. Parameters do not count. */
export function isAllowedType(contentType: string, allowedTypes: readonly string[]): boolean {
  const type = contentType.replace(/;.*$/s, '').trim().toLowerCase()
  return allowedTypes.some((allowed) =>
    allowed.endsWith('/*') ? type.startsWith(allowed.slice(0, -1)) : type === allowed,
  )
}
