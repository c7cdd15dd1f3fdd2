/**
 * Finds the element that the markup calls by this `data-part`.
 *
 * @throws {Error} when it is not there or of another kind: markup and code have come apart.
 */
export function part<T extends Element>(root: ParentNode, name: string, kind: new () => T): T {
  const element = root.querySelector(`[data-part="${name}"]`)
  if (element instanceof kind) return element
  throw new Error(`The markup has no ${kind.name} called "${name}"`)
}
