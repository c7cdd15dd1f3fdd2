import type { AuthTokenClaims } from '@secure-uploading/core'

/** Counts what auth tokens have spent of their `operations`. */
export interface OperationsLedger {
  /** Spends some, unless fewer are left; tells whether it did. A token without a limit always has enough. */
  spend(tokenId: string, claims: AuthTokenClaims, operations: number): boolean
  clear(): void
}

/** Makes a ledger in which no token has spent anything. */
export function createOperationsLedger(nowMs: () => number): OperationsLedger {
  const accounts = new Map<string, { spent: number; expiresAtMs: number }>()
  return {
    spend(tokenId, { exp, uc }, operations) {
      const limit = uc?.restrictions.limits?.operations
      if (limit === undefined) return true
      forgetExpired()
      const account = accounts.get(tokenId) ?? { spent: 0, expiresAtMs: exp * 1000 }
      if (account.spent + operations > limit) return false
      account.spent += operations
      accounts.set(tokenId, account)
      return true
    },
    clear() {
      accounts.clear()
    },
  }

  function forgetExpired(): void {
    // An expired token is refused before it is counted; a minute more covers its leeway.
    for (const [tokenId, { expiresAtMs }] of accounts) {
      if (expiresAtMs + 60_000 < nowMs()) accounts.delete(tokenId)
    }
  }
}
