import type { AuthTokenClaims } from '@secure-uploading/core'

/** Counts the `operations` that each auth token has used. */
export interface OperationsLedger {
  /**
   * Spends operations of a token. A token without a limit always has enough.
   *
   * @returns `false`, and spends nothing, when fewer operations are left.
   */
  spend(tokenId: string, claims: AuthTokenClaims, operations: number): boolean
  clear(): void
}

/** Creates an empty ledger. */
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
    // Expired tokens are refused before they are counted; one extra minute covers the clock leeway.
    for (const [tokenId, { expiresAtMs }] of accounts) {
      if (expiresAtMs + 60_000 < nowMs()) accounts.delete(tokenId)
    }
  }
}
