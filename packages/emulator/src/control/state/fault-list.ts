import { SIGNED_ENDPOINTS, type EndpointName } from '../../endpoints/endpoint-name.js'
import type { Fault, FaultEffect } from './fault.js'
import { parseFault } from './parse-fault.js'

/** A fault that is not used up, with what it still has to do. */
export type WaitingFault = Readonly<Fault & { id: number; times: number; skip: number }>

/** What goes wrong next. */
export interface FaultList {
  /**
   * Lets coming requests go wrong. Faults are met in the order in which they were added: each request waits for
   * all delays that match it, then meets the first other fault.
   *
   * @throws {TypeError} naming the option that is wrong.
   */
  add(fault: Fault): { readonly id: number; remove(): void }
  /** Lists the faults that are not used up. */
  list(): readonly WaitingFault[]
  /** Removes a fault by its id; tells whether it was there. */
  remove(id: number): boolean
  clear(): void
}

/** What the emulator itself may do besides. */
export interface Faults extends FaultList {
  /** Adds a fault that came as JSON. */
  addParsed(input: unknown): number
  /** Spends the faults that this request meets. */
  take(endpoint: EndpointName): readonly FaultEffect[]
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  let faults: (Fault & { id: number; times: number; skip: number })[] = []
  let lastId = 0

  function addParsed(input: unknown): number {
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
    addParsed,
    remove,
    add(fault) {
      const id = addParsed(fault)
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
  if ('refuse' in fault && !SIGNED_ENDPOINTS.includes(endpoint)) return false
  const { endpoint: wanted } = fault
  return wanted === undefined || wanted === endpoint || (Array.isArray(wanted) && wanted.includes(endpoint))
}
