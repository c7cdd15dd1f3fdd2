'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Renders a link in the masthead, marked when it leads to the current page. */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  const isCurrent = usePathname() === href
  return (
    <Link
      className="flex-auto rounded-lg px-1 py-2 text-center text-[13px] font-medium whitespace-nowrap text-muted-foreground no-underline hover:bg-accent hover:text-foreground aria-[current]:bg-(--accent-soft) aria-[current]:text-primary sm:px-3 sm:text-sm"
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </Link>
  )
}
