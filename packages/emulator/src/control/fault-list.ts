import { SIGNED_ENDPOINTS, type EndpointName } from '../endpoints/endpoint-name.js'
import { checkFault } from './check-fault.js'
import type { Fault, FaultEffect, FaultTarget } from './fault.js'

/** What goes wrong next. */
export interface FaultList {
  /**
   * Lets coming requests go wrong. Faults are met in the order in which they were added: each request waits for
   * all delays that match it, then meets the first other fault.
   *
   * @throws {TypeError} naming the option that is wrong.
   */
  add(fault: Fault): { remove(): void }
  /** Lists the faults that are not used up. */
  list(): readonly Readonly<Fault>[]
  clear(): void
}

/** What the emulator itself may do besides. */
export interface Faults extends FaultList {
  /** Spends the faults that this request meets. */
  take(endpoint: EndpointName): readonly FaultEffect[]
}

type CountedFault = FaultEffect & FaultTarget & Required<Pick<FaultTarget, 'times' | 'skip'>>

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  let faults: CountedFault[] = []

  return {
    add(fault) {
      checkFault(fault)
      const remembered = { ...fault, times: fault.times ?? 1, skip: fault.skip ?? 0 }
      faults.push(remembered)
      return {
        remove() {
          faults = faults.filter((other) => other !== remembered)
        },
      }
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear() {
      faults = []
    },
    take(endpoint) {
      const met: Fault[] = []
      for (const fault of faults) {
        const isDelay = 'latencyMs' in fault || 'until' in fault
        const isTaken = met.some((other) => !('latencyMs' in other || 'until' in other))
        if (!matches(fault, endpoint) || (!isDelay && isTaken)) continue
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

function matches(fault: Fault, endpoint: EndpointName): boolean {
  if ('refuse' in fault && !SIGNED_ENDPOINTS.includes(endpoint)) return false
  const { endpoint: wanted } = fault
  return wanted === undefined || wanted === endpoint || (Array.isArray(wanted) && wanted.includes(endpoint))
}
