/**
 * Returns the element with this `data-part` attribute.
 *
 * @throws {Error} when the element is missing or has another type: markup and code do not match.
 */
export function part<T extends Element>(root: ParentNode, name: string, kind: new () => T): T {
  const element = root.querySelector(`[data-part="${name}"]`)
  if (element instanceof kind) return element
  throw new Error(`Missing ${kind.name} with data-part="${name}" in index.html`)
}
