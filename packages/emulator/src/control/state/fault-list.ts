import { SIGNED_ENDPOINTS, type EndpointName } from '../../endpoints/endpoint-name.js'
import type { Fault, FaultEffect } from './fault.js'
import { parseFault } from './parse-fault.js'

/** A fault that still applies, with its remaining counts. */
export type PendingFault = Readonly<Fault & { id: number; times: number; skip: number }>

/** The faults that apply to coming requests. */
export interface FaultList {
  /**
   * Adds a fault. Faults apply in the order in which they were added: each request waits for all matching delays, then
   * meets the first other matching fault.
   *
   * @throws {TypeError} naming the option that is invalid.
   */
  add(fault: Fault): { readonly id: number; remove(): void }
  /** Lists the faults that still apply. */
  list(): readonly PendingFault[]
  /**
   * Removes a fault by its id.
   *
   * @returns whether it existed.
   */
  remove(id: number): boolean
  clear(): void
}

/** Internal operations. */
export interface Faults extends FaultList {
  /**
   * Adds a fault from unchecked JSON.
   *
   * @returns its id.
   */
  addUnchecked(input: unknown): number
  /** Returns and counts the faults that apply to a request. */
  take(endpoint: EndpointName): readonly FaultEffect[]
}

/** Creates an empty list of faults. */
export function createFaults(): Faults {
  let faults: (Fault & { id: number; times: number; skip: number })[] = []
  let lastId = 0

  function addUnchecked(input: unknown): number {
    const id = ++lastId
    faults.push({ ...parseFault(input), id })
    return id
  }

  function remove(id: number): boolean {
    const remaining = faults.filter((fault) => fault.id !== id)
    const isRemoved = remaining.length < faults.length
    faults = remaining
    return isRemoved
  }

  return {
    addUnchecked,
    remove,
    add(fault) {
      const id = addUnchecked(fault)
      return { id, remove: () => void remove(id) }
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear() {
      faults = []
    },
    take(endpoint) {
      const met: Fault[] = []
      for (const fault of faults) {
        if (!matches(fault, endpoint) || (!isDelay(fault) && met.some((other) => !isDelay(other)))) continue
        if (fault.skip > 0) {
          fault.skip--
          continue
        }
        fault.times--
        met.push(fault)
      }
      faults = faults.filter((fault) => fault.times > 0)
      return met
    },
  }
}

function isDelay(fault: Fault): boolean {
  return 'latencyMs' in fault || 'until' in fault
}

function matches(fault: Fault, endpoint: EndpointName): boolean {
  const { endpoint: target } = fault
  if (target === undefined) return !('refuse' in fault) || SIGNED_ENDPOINTS.includes(endpoint)
  const targets = [target].flat()
  return targets.includes(endpoint) || (targets.includes('rest') && endpoint.startsWith('rest/'))
}
